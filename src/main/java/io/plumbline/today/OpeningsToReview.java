package io.plumbline.today;

import io.plumbline.access.OpeningRow;
import io.plumbline.access.OpeningService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Records that were opened with a reason and that nobody has reviewed; the manager finds them at their place. */
@Order(80)
@Component
class OpeningsToReview implements StartPart {
    private final OpeningService openings;
    private final Clock clock;

    OpeningsToReview(OpeningService openings, Clock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @Override
    public List<StartCard> of(Caller caller) {
        if (!caller.has(Role.AUDITOR)) {
            return List.of();
        }
        var rows = openings.openingsToReview(StartCard.ROWS).stream()
                .map(this::row)
                .toList();
        return List.of(new StartCard(
                "Opened with a reason",
                rows.isEmpty() ? 0 : openings.countToReview(),
                Tone.WARN,
                Icon.LOCK,
                Places.OPENINGS,
                rows,
                "Nothing waits for a review. What a clinician opens outside their relation appears here."));
    }

    private StartCard.Row row(OpeningRow opening) {
        return new StartCard.Row(
                opening.by() + " opened " + opening.patientLabel(),
                Dates.howLong(Duration.between(opening.openedAt(), clock.instant())) + " ago · " + opening.reason(),
                StartCard.link("Review", Places.OPENINGS, opening.by()));
    }
}
