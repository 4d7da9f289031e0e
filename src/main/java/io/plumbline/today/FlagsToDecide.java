package io.plumbline.today;

import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.shared.CurrentUser;
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

/** The open red flags and the leads in clinical review, for the chiropractor to decide. */
@Order(60)
@Component
class FlagsToDecide implements StartPart {
    private final ReviewQueue queue;
    private final Clock clock;

    FlagsToDecide(ReviewQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.CHIROPRACTOR)) {
            return List.of();
        }
        var first = queue.first(StartCard.ROWS);
        var rows = first.items().stream().map(this::row).toList();
        return List.of(new StartCard(
                "Red flags and leads to review",
                "decision",
                first.count(),
                Tone.CLINICAL,
                Icon.FLAG,
                Routes.FLAGS,
                rows,
                "Your patients have no open red flags, and no leads await review."));
    }

    private StartCard.Row row(ReviewItem item) {
        return new StartCard.Row(
                item.personName(),
                item.words() + " · waiting " + Dates.howLong(Duration.between(item.waitingSince(), clock.instant())),
                StartCard.link("Decide", Routes.flag(item.key()), item.personName()));
    }
}
