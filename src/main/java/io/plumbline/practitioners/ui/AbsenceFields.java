package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.practitioners.PractitionerBookings.Booked;
import io.plumbline.practitioners.absences.AbsenceDraft;
import io.plumbline.practitioners.absences.AbsenceKind;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.function.BiFunction;

/** Fields of an absence; shows the appointments in that time. */
class AbsenceFields extends Composite<Div> {
    private final DatePicker from = Days.field("First day away");
    private final DatePicker until = Days.field("Last day away");
    private final Checkbox part = new Checkbox("Only part of the day");
    private final TimePicker starts = Times.field("Away from", LocalTime.of(12, 0));
    private final TimePicker ends = Times.field("Away until", LocalTime.of(17, 0));
    private final Div times = Ui.div("hours-stretch", starts, Ui.text("quiet", "to"), ends);
    private final Select<AbsenceKind> kind = UiFields.choice("Why", AbsenceKind.values(), AbsenceKind::label);
    private final TextField note = UiFields.line("Note", 200);
    private final Span booked = Ui.text("quiet", "");
    private final BiFunction<LocalDate, LocalDate, Booked> bookings;

    AbsenceFields(BiFunction<LocalDate, LocalDate, Booked> bookings) {
        this.bookings = bookings;
        kind.setValue(AbsenceKind.HOLIDAY);
        kind.setHelperText("Only managers and the practitioner can read it");
        times.setVisible(false);
        booked.getElement().setAttribute("role", "status");
        from.addValueChangeListener(e -> {
            if (until.isEmpty()) {
                until.setValue(e.getValue());
            }
            tellWhatIsBooked();
        });
        until.addValueChangeListener(e -> tellWhatIsBooked());
        part.addValueChangeListener(e -> {
            times.setVisible(e.getValue());
            until.setVisible(!e.getValue());
            tellWhatIsBooked();
        });
        getContent().addClassName("stack-3");
        getContent().add(Ui.div("cluster gap-l", from, until), part, times, booked, kind, note);
    }

    private void tellWhatIsBooked() {
        var last = part.getValue() ? from.getValue() : until.getValue();
        if (from.isEmpty() || last == null || last.isBefore(from.getValue())) {
            booked.setText("");
            return;
        }
        var there = bookings.apply(from.getValue(), last);
        booked.setText(BookedWords.of(there, part.getValue() ? "on that day" : "in that time"));
    }

    /** Marks what is missing or wrong. */
    void check(FormErrors wrong) {
        wrong.refuseEmpty(from, "Choose a first day");
        wrong.refuse(
                until,
                !part.getValue()
                        && !from.isEmpty()
                        && !until.isEmpty()
                        && until.getValue().isBefore(from.getValue()),
                "The last day away is before the first");
        if (part.getValue()) {
            var isMissing = wrong.refuseEmpty(starts, "Enter when the absence starts, such as 12:00");
            isMissing |= wrong.refuseEmpty(ends, "Enter when the absence ends, such as 17:00");
            if (!isMissing) {
                Times.areOutOfOrder(starts, ends, wrong);
            }
        }
    }

    /** Returns the draft; nothing is missing or wrong. */
    AbsenceDraft read() {
        var first = from.getValue();
        if (part.getValue()) {
            return new AbsenceDraft(first, first, starts.getValue(), ends.getValue(), kind.getValue(), note.getValue());
        }
        var last = until.isEmpty() ? first : Objects.requireNonNull(until.getValue());
        return AbsenceDraft.days(first, last, kind.getValue(), note.getValue());
    }
}
