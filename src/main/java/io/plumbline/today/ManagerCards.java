package io.plumbline.today;

import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.notes.backlog.UnsignedRow;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.ExpiringCredential;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The cards of managers: what nobody has booked, signed or renewed in time. */
@Configuration(proxyBeanMethods = false)
class ManagerCards {
    private static final int SOON_DAYS = 30;

    /** The plans without a next visit. */
    @Bean
    @Order(20)
    static StartPart plansToBook(PlanWorklistService worklist) {
        return StartPart.of(user -> user.has(Role.MANAGER), () -> {
            var plans = worklist.findPage(PlanFilter.NOT_BOOKED, PlanNarrowing.NONE, null, StartCard.ROWS);
            return new StartCard(
                    "Plans without a next visit",
                    "plan",
                    plans.isEmpty() ? 0 : worklist.countNotBooked(),
                    Tone.WARN,
                    Icon.PLAN,
                    Routes.plansNotBooked(),
                    plans.stream().map(ManagerCards::row).toList(),
                    "Every active plan has its next visit booked.");
        });
    }

    private static StartCard.Row row(PlanRow plan) {
        return new StartCard.Row(
                plan.patientName(),
                plan.title() + ", " + plan.delivered() + " of " + plan.planned() + " visits · next planned for "
                        + Dates.day(plan.dueOn()),
                StartCard.link("Book", Routes.plan(plan.id()), plan.patientName()));
    }

    /** The treatments that have waited too long for a signed note, without clinical content. */
    @Bean
    @Order(30)
    static StartPart notesToSign(UnsignedNoteService notes) {
        return StartPart.of(user -> user.has(Role.MANAGER), () -> {
            var unsigned = notes.list(null, StartCard.ROWS);
            return new StartCard(
                    "Notes unsigned for 48 hours",
                    "note",
                    unsigned.isEmpty() ? 0 : notes.count(),
                    Tone.WARN,
                    Icon.NOTE,
                    Routes.UNSIGNED_NOTES,
                    unsigned.stream().map(ManagerCards::row).toList(),
                    "Every treatment older than 48 hours has a signed note.");
        });
    }

    private static StartCard.Row row(UnsignedRow note) {
        return new StartCard.Row(
                note.author(),
                note.patientName() + " on " + Dates.day(note.on()) + (note.begun() ? ", begun" : ", no note yet"),
                StartCard.link("Open patient", Routes.patient(note.patient()), note.patientName()),
                RowUrgency.NOTE);
    }

    /** The credentials that have expired or expire within thirty days; no card if there are none. */
    @Bean
    @Order(40)
    static StartPart credentialsToRenew(CredentialService credentials) {
        return StartPart.ifAny(user -> user.has(Role.MANAGER), () -> {
            var soon = credentials.expiring().stream()
                    .filter(credential -> credential.daysLeft() <= SOON_DAYS)
                    .toList();
            return new StartCard(
                    "Credentials to renew",
                    "credential",
                    soon.size(),
                    soon.stream().anyMatch(ExpiringCredential::isExpired) ? Tone.DANGER : Tone.WARN,
                    Icon.BADGE,
                    Routes.CREDENTIALS_THAT_END,
                    soon.stream().map(ManagerCards::row).toList(),
                    "");
        });
    }

    private static StartCard.Row row(ExpiringCredential credential) {
        var day = Dates.dayAndYear(credential.validUntil());
        return new StartCard.Row(
                credential.name(),
                credential.title() + (credential.isExpired() ? ", ended " : ", ends ") + day,
                StartCard.link("Renew", Routes.practitioner(credential.practitioner()), credential.name()));
    }
}
