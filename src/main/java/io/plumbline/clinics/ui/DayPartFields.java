package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** When each part of the day begins and ends. */
class DayPartFields extends Composite<Div> {
    private final Map<DayPart, TimePicker> starts = new EnumMap<>(DayPart.class);
    private final Map<DayPart, TimePicker> ends = new EnumMap<>(DayPart.class);

    DayPartFields(Runnable changed) {
        getContent().addClassName("hours");
        for (var part : DayPart.values()) {
            var from = Times.field(part.word() + " from", null);
            var until = Times.field(part.word() + " until", null);
            from.addValueChangeListener(e -> changed.run());
            until.addValueChangeListener(e -> changed.run());
            starts.put(part, from);
            ends.put(part, until);
            getContent()
                    .add(Ui.div(
                            "hours-day",
                            Ui.text("hours-name", part.word()),
                            Ui.div("hours-stretches", Ui.div("hours-stretch", from, Ui.text("quiet", "to"), until))));
        }
    }

    void show(List<DayPartHours> parts) {
        parts.forEach(hours -> {
            field(starts, hours.part()).setValue(hours.startsAt());
            field(ends, hours.part()).setValue(hours.endsAt());
        });
    }

    /** The parts in order, or empty with the message at the first wrong field. */
    Optional<List<DayPartHours>> read() {
        var parts = new ArrayList<DayPartHours>();
        for (var part : DayPart.values()) {
            var from = field(starts, part);
            var until = field(ends, part);
            from.setInvalid(false);
            until.setInvalid(false);
            if (from.isEmpty()) {
                return refused(from, "Write it as 08:30");
            }
            if (until.isEmpty()) {
                return refused(until, "Write it as 08:30");
            }
            if (!from.getValue().isBefore(until.getValue())) {
                return refused(until, "Later than " + Dates.time(from.getValue()));
            }
            if (!parts.isEmpty() && from.getValue().isBefore(parts.getLast().endsAt())) {
                return refused(from, "Not before " + Dates.time(parts.getLast().endsAt()));
            }
            parts.add(new DayPartHours(part, from.getValue(), until.getValue()));
        }
        return Optional.of(parts);
    }

    private static Optional<List<DayPartHours>> refused(TimePicker field, String message) {
        Times.refuse(field, message);
        field.focus();
        return Optional.empty();
    }

    private static TimePicker field(Map<DayPart, TimePicker> fields, DayPart part) {
        return Objects.requireNonNull(fields.get(part));
    }
}
