package io.plumbline.today;

import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Break-glass access that nobody has reviewed yet, for the auditor; managers find it on the break-glass screen. */
@Order(80)
@Component
class BreakGlassToReview implements StartPart {
    private final BreakGlassService breakGlass;
    private final Clock clock;

    BreakGlassToReview(BreakGlassService breakGlass, Clock clock) {
        this.breakGlass = breakGlass;
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(Caller caller) {
        if (!caller.has(Role.AUDITOR)) {
            return List.of();
        }
        var rows =
                breakGlass.findToReview(StartCard.ROWS).stream().map(this::row).toList();
        return List.of(new StartCard(
                "Break-glass access",
                "break-glass review",
                rows.isEmpty() ? 0 : breakGlass.countToReview(),
                Tone.WARN,
                Icon.LOCK,
                Routes.BREAK_GLASS,
                rows,
                "Nothing to review. Break-glass access of clinicians appears here."));
    }

    private StartCard.Row row(BreakGlassRow access) {
        return new StartCard.Row(
                access.by() + " opened " + access.patientLabel(),
                Dates.howLong(Duration.between(access.openedAt(), clock.instant())) + " ago · " + access.reason(),
                StartCard.link("Review", Routes.BREAK_GLASS, access.by()));
    }
}
