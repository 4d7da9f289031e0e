package io.plumbline.today;

import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Break-glass access that nobody has reviewed yet, for the auditor, by when the review is due; managers find it on the
 * break-glass screen.
 */
@Order(80)
@Component
class BreakGlassToReview implements StartPart {
    private final BreakGlassService breakGlass;
    private final ClinicService clinics;
    private final Clock clock;

    BreakGlassToReview(BreakGlassService breakGlass, ClinicService clinics, Clock clock) {
        this.breakGlass = breakGlass;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.AUDITOR)) {
            return List.of();
        }
        var waiting = breakGlass.list(BreakGlassFilter.TO_REVIEW, null, StartCard.ROWS);
        var zone = clinics.ownZone();
        var now = clock.instant();
        return List.of(new StartCard(
                "Break-glass access",
                "break-glass review",
                waiting.isEmpty() ? 0 : breakGlass.countToReview(),
                waiting.stream().anyMatch(access -> access.isOverdue(now)) ? Tone.DANGER : Tone.WARN,
                Icon.LOCK,
                Routes.BREAK_GLASS,
                waiting.stream().map(access -> row(access, zone)).toList(),
                "Nothing to review. Break-glass access of clinicians appears here."));
    }

    private StartCard.Row row(BreakGlassRow access, ZoneId zone) {
        var due = Dates.day(LocalDate.ofInstant(access.dueAt().minusSeconds(1), zone));
        return new StartCard.Row(
                access.by() + " opened " + access.patientLabel(),
                (access.isOverdue(clock.instant()) ? "Review overdue since " : "Review due ") + due + " · "
                        + access.reason(),
                StartCard.link("Review", Routes.BREAK_GLASS, access.by()));
    }
}
