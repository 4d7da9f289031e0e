package io.plumbline.today;

import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallRow;
import io.plumbline.recalls.RecallService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The patients to call back today, for the front desk; a manager has the plans without a visit instead. */
@Order(25)
@Component
class RecallsToCall implements StartPart {
    private final RecallListService recalls;

    RecallsToCall(RecallListService recalls) {
        this.recalls = recalls;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.FRONT_DESK) || user.has(Role.MANAGER)) {
            return List.of();
        }
        var rows = recalls.findPage(RecallFilter.TODAY, null, StartCard.ROWS).stream()
                .map(RecallsToCall::row)
                .toList();
        return List.of(new StartCard(
                "Patients to call back",
                "recall",
                rows.isEmpty() ? 0 : recalls.countDue(),
                Tone.WARN,
                Icon.PEOPLE,
                Routes.RECALLS,
                rows,
                "Nobody to call back today."));
    }

    private static StartCard.Row row(RecallRow recall) {
        if (recall.isOnHold()) {
            return new StartCard.Row(
                    recall.name(),
                    RecallService.ON_HOLD,
                    StartCard.link("Open", Routes.recall(recall.patient()), recall.name()));
        }
        var next = recall.nextOn();
        return new StartCard.Row(
                recall.name(),
                recall.reason().label() + " · "
                        + (next == null ? "since " + Dates.day(recall.since()) : "agreed for " + Dates.day(next)),
                StartCard.link("Call", Routes.recall(recall.patient()), recall.name()));
    }
}
