package io.plumbline.plans.ui.handover;

import com.vaadin.flow.component.Component;
import io.plumbline.plans.handover.HandOverRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to hand over, in words. */
final class HandOverWords {
    private HandOverWords() {}

    /** Returns how a plan is named: <em>Carmen Ibáñez · Combined care</em>. */
    static String label(HandOverRow row) {
        return row.patientName() + " · " + row.title();
    }

    /** @param refusal why it cannot be handed over; null if it can */
    static Component line(HandOverRow row, @Nullable String refusal) {
        var line = Ui.div("stack-0", Ui.text("strong", label(row)), Ui.text("muted", left(row)));
        if (refusal != null) {
            line.add(Ui.text("small", refusal));
        }
        return line;
    }

    private static String left(HandOverRow row) {
        var parts = new ArrayList<String>();
        if (row.isOnHold()) {
            parts.add("on hold");
        }
        if (!row.visits().isEmpty()) {
            parts.add(visits(row.visits()));
        }
        if (row.isResponsible()) {
            parts.add("responsible");
        }
        parts.add(
                row.booked().isEmpty()
                        ? "nothing booked"
                        : row.booked().size() + " booked, next on "
                                + Dates.day(row.booked().getFirst().on()));
        return String.join(" · ", parts);
    }

    /** Formats as <em>8 upcoming visits (massage)</em> or <em>5 upcoming visits (3 massage, 2 adjustment)</em>. */
    private static String visits(List<HandOverRow.Upcoming> byService) {
        var all = byService.stream().mapToInt(HandOverRow.Upcoming::count).sum();
        var services = byService.stream()
                .map(one -> (byService.size() == 1 ? "" : one.count() + " ")
                        + one.service().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return all + " upcoming " + (all == 1 ? "visit" : "visits") + " (" + services + ")";
    }

    /** Returns the words of the button for some plans. */
    static String deed(int plans) {
        return plans == 0 ? "Hand over" : "Hand over " + plans(plans);
    }

    static String plans(int count) {
        return count == 1 ? "1 plan" : count + " plans";
    }

    static String appointments(int count) {
        return count == 1 ? "1 appointment" : count + " appointments";
    }
}
