package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.plumbline.safety.FlagTakingService;
import io.plumbline.safety.FlagToTake;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/**
 * The open red flags and the leads in clinical review, for the chiropractor to decide; the emergency and urgent flags of all
 * patients of the clinic, to take.
 */
@Order(60)
@org.springframework.stereotype.Component
class FlagsToDecide implements StartPart {
    private final ReviewQueue queue;
    private final FlagTakingService taking;
    private final SensitiveOpened opened;
    private final Clock clock;

    FlagsToDecide(ReviewQueue queue, FlagTakingService taking, SensitiveOpened opened, Clock clock) {
        this.queue = queue;
        this.taking = taking;
        this.opened = opened;
        this.clock = clock;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.CHIROPRACTOR)) {
            return List.of();
        }
        var first = queue.first(StartCard.ROWS);
        var rows = first.items().stream().map(this::row).toList();
        var flags = new StartCard(
                "Red flags and leads to review",
                "decision",
                first.count(),
                Tone.CLINICAL,
                Icon.FLAG,
                Routes.FLAGS,
                rows,
                "No red flags are open, and no leads await review.");
        // asked only where the flags say that there is something to tell
        return first.mayBeTold()
                ? Stream.concat(Stream.of(flags), opened.cards().stream()).toList()
                : List.of(flags);
    }

    private StartCard.Row row(ReviewItem item) {
        return new StartCard.Row(
                item.personName(),
                item.words() + " · waiting " + Dates.howLong(Duration.between(item.waitingSince(), clock.instant())),
                item instanceof FlagToTake flag
                        ? act(flag)
                        : StartCard.link("Decide", Routes.flag(item.key()), item.personName()),
                urgency(item.level()));
    }

    private static RowUrgency urgency(FlagLevel level) {
        return switch (level) {
            case E -> RowUrgency.EMERGENCY;
            case U -> RowUrgency.URGENT;
            case R -> RowUrgency.REFER;
            case C -> RowUrgency.OTHER;
        };
    }

    /** Of a sensitive patient, the list says whether the record can be opened. */
    private Component act(FlagToTake flag) {
        if (flag.isSensitive()) {
            return StartCard.link("Open flag", Routes.flag(flag.key()), flag.personName());
        }
        var take = new Button("Take it", e -> {
            var isTaken = Attempt.telling(Toast::warn)
                    .ifNotAvailable("A colleague decided this flag first.")
                    .run(() -> Ui.navigate(Routes.patient(taking.take(flag.id()))));
            if (!isTaken) {
                StartCard.refresh();
            }
        });
        take.getElement().getThemeList().add("small");
        take.setAriaLabel("Take it: " + flag.personName());
        return take;
    }
}
