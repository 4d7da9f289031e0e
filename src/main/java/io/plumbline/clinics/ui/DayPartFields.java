package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.clinics.DayPart;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The start and end of each part of the day. */
class DayPartFields extends Composite<Div> {
    private final Map<DayPart, TimePicker> starts = new EnumMap<>(DayPart.class);
    private final Map<DayPart, TimePicker> ends = new EnumMap<>(DayPart.class);

    DayPartFields(Runnable changed) {
        getContent().addClassName("hours");
        for (var part : DayPart.values()) {
            var from = Times.field(part.label() + " from", null);
            var until = Times.field(part.label() + " until", null);
            from.addValueChangeListener(e -> changed.run());
            until.addValueChangeListener(e -> changed.run());
            starts.put(part, from);
            ends.put(part, until);
            getContent()
                    .add(Ui.div(
                            "hours-day",
                            Ui.text("hours-name", part.label()),
                            Ui.div("hours-stretches", Ui.div("hours-stretch", from, Ui.text("quiet", "to"), until))));
        }
    }

    void show(List<DayPartHours> parts) {
        parts.forEach(hours -> {
            field(starts, hours.part()).setValue(hours.startsAt());
            field(ends, hours.part()).setValue(hours.endsAt());
        });
    }

    /** Returns the valid parts of the day, in order. */
    List<DayPartHours> read(FormErrors wrong) {
        var parts = new ArrayList<DayPartHours>();
        for (var part : DayPart.values()) {
            var from = field(starts, part);
            var until = field(ends, part);
            if (Times.areOutOfOrder(from, until, wrong)) {
                continue;
            }
            var earliest = parts.isEmpty() ? LocalTime.MIN : parts.getLast().endsAt();
            wrong.refuse(from, from.getValue().isBefore(earliest), "Not before " + Dates.time(earliest));
            parts.add(new DayPartHours(part, from.getValue(), until.getValue()));
        }
        return parts;
    }

    private static TimePicker field(Map<DayPart, TimePicker> fields, DayPart part) {
        return Objects.requireNonNull(fields.get(part));
    }
}
