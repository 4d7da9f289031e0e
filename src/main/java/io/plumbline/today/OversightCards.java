package io.plumbline.today;

import io.plumbline.access.accounts.AccountRow;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.AccountStatus;
import io.plumbline.access.breakglass.BreakGlassEscalationService;
import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.breakglass.OverdueReviews;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.clinicexports.ClinicExportReleaseService;
import io.plumbline.records.clinicexports.ClinicExportRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The cards of administrators, auditors and the privacy officer, without clinical content. */
@Configuration(proxyBeanMethods = false)
class OversightCards {
    /**
     * Break-glass access that nobody has reviewed yet, for the auditor, by when the review is due; managers find it on the
     * break-glass screen.
     */
    @Bean
    @Order(80)
    static StartPart breakGlassToReview(BreakGlassService breakGlass, ClinicService clinics, Clock clock) {
        return StartPart.of(user -> user.has(Role.AUDITOR), () -> {
            var waiting = breakGlass.list(BreakGlassFilter.TO_REVIEW, null, StartCard.ROWS);
            var zone = clinics.ownZone();
            var now = clock.instant();
            return new StartCard(
                    "Break-glass access",
                    "break-glass review",
                    waiting.isEmpty() ? 0 : breakGlass.countToReview(),
                    waiting.stream().anyMatch(access -> access.isOverdue(now)) ? Tone.DANGER : Tone.WARN,
                    Icon.LOCK,
                    Routes.BREAK_GLASS,
                    waiting.stream().map(access -> row(access, zone, now)).toList(),
                    "Nothing to review. Break-glass access of clinicians appears here.");
        });
    }

    private static StartCard.Row row(BreakGlassRow access, ZoneId zone, Instant now) {
        var due = Dates.day(LocalDate.ofInstant(access.dueAt().minusSeconds(1), zone));
        return new StartCard.Row(
                access.by() + " opened " + access.patientLabel(),
                (access.isOverdue(now) ? "Review overdue since " : "Review due ") + due + " · " + access.reason(),
                StartCard.link("Review", Routes.BREAK_GLASS, access.by()));
    }

    /**
     * The clinics whose managers did not review break-glass access in time, for administrators: how many, without patient
     * or colleague.
     */
    @Bean
    @Order(81)
    static StartPart reviewsOverdue(BreakGlassEscalationService escalations, ClinicService clinics) {
        return StartPart.ifAny(user -> user.has(Role.ADMIN), () -> {
            var late = escalations.findOverdue();
            return new StartCard(
                    "Overdue break-glass reviews",
                    "overdue break-glass review",
                    late.stream().mapToLong(OverdueReviews::count).sum(),
                    Tone.DANGER,
                    Icon.LOCK,
                    Routes.ACCOUNTS,
                    late.stream().map(overdue -> row(overdue, clinics)).toList(),
                    "No review is overdue.");
        });
    }

    private static StartCard.Row row(OverdueReviews overdue, ClinicService clinics) {
        var clinic = clinics.label(overdue.clinic()).name();
        var since = LocalDate.ofInstant(overdue.dueSince().minusSeconds(1), clinics.zoneOf(overdue.clinic()));
        return new StartCard.Row(
                clinic,
                (overdue.count() == 1 ? "1 review" : overdue.count() + " reviews") + " overdue, the first since "
                        + Dates.day(since) + ". Ask a manager of this clinic to decide.",
                StartCard.link("Accounts", Routes.ACCOUNTS, clinic));
    }

    /** Exports of clinics that wait for the privacy officer; nothing if none does. */
    @Bean
    @Order(85)
    static StartPart exportsToRelease(ClinicExportReleaseService releases) {
        return StartPart.ifAny(user -> CurrentUser.may(Permission.CLINIC_EXPORT_RELEASE), () -> {
            var waiting = releases.waiting(StartCard.ROWS);
            return new StartCard(
                    "Clinic exports",
                    "clinic export",
                    waiting.size(),
                    Tone.WARN,
                    Icon.COPY,
                    Routes.CLINIC_EXPORTS,
                    waiting.stream().map(OversightCards::row).toList(),
                    "");
        });
    }

    private static StartCard.Row row(ClinicExportRow export) {
        return new StartCard.Row(
                export.clinic() + " for " + export.recipient(),
                "Asked for by " + export.askedByName(),
                StartCard.link("Release", Routes.CLINIC_EXPORTS, export.clinic()));
    }

    /** Accounts that cannot be used yet: invited without a password, or with a role that a manager has to confirm. */
    @Bean
    @Order(90)
    static StartPart accountsWaiting(AccountService accounts) {
        return StartPart.of(user -> CurrentUser.may(Permission.ACCOUNT_READ), () -> {
            var waiting = accounts.waiting(StartCard.ROWS);
            return new StartCard(
                    "Invited or awaiting confirmation",
                    "",
                    waiting.isEmpty() ? 0 : accounts.countWaiting(),
                    Tone.WARN,
                    Icon.PERSON,
                    Routes.ACCOUNTS,
                    waiting.stream().map(OversightCards::row).toList(),
                    "Everybody can sign in. New users appear here until they have set a password.");
        });
    }

    private static StartCard.Row row(AccountRow account) {
        return new StartCard.Row(
                account.displayName(),
                account.status() == AccountStatus.INVITED
                        ? "Invited, no password set yet"
                        : "Awaiting confirmation by a manager: "
                                + account.pending().stream()
                                        .map(Role::title)
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                StartCard.link("Open account", Routes.account(account.id()), account.displayName()));
    }
}
