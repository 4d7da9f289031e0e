package io.plumbline.today;

import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.SafetyService;
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

/** The open red flags that wait for the chiropractor's decision. */
@Order(60)
@Component
class FlagsToDecide implements StartPart {
    private final SafetyService safety;
    private final Clock clock;

    FlagsToDecide(SafetyService safety, Clock clock) {
        this.safety = safety;
        this.clock = clock;
    }

    @Override
    public List<StartCard> of(Caller caller) {
        if (!caller.has(Role.CHIROPRACTOR)) {
            return List.of();
        }
        var rows = safety.open(FlagFilter.ALL, null, StartCard.ROWS).stream()
                .map(this::row)
                .toList();
        return List.of(new StartCard(
                "Open red flags",
                rows.isEmpty() ? 0 : safety.countOpen(),
                Tone.CLINICAL,
                Icon.FLAG,
                Places.FLAGS,
                rows,
                "No red flag of your patients is open."));
    }

    private StartCard.Row row(FlagRow flag) {
        return new StartCard.Row(
                flag.patientName(),
                flag.words() + " · waits " + Dates.howLong(Duration.between(flag.raisedAt(), clock.instant())),
                StartCard.link("Decide", Places.flag(flag.id()), flag.patientName()));
    }
}
