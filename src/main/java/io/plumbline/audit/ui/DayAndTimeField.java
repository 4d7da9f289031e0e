package io.plumbline.audit.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A field for a date and time; without a time, the value starts at midnight. */
class DayAndTimeField extends CustomField<LocalDateTime> {
    private final DatePicker day = Days.field("");
    private final TimePicker time;

    DayAndTimeField(String label) {
        day.setAriaLabel(label + ", day");
        time = Times.field(label + ", time", null);
        day.addValueChangeListener(e -> {
            if (e.isFromClient() && !day.isEmpty() && time.isEmpty()) {
                time.setValue(LocalTime.MIDNIGHT);
            }
        });
        add(Ui.div("day-and-time", day, time));
    }

    @Override
    protected @Nullable LocalDateTime generateModelValue() {
        return day.isEmpty() || time.isEmpty() ? null : day.getValue().atTime(time.getValue());
    }

    @Override
    protected void setPresentationValue(@Nullable LocalDateTime at) {
        day.setValue(at == null ? null : at.toLocalDate());
        time.setValue(at == null ? null : at.toLocalTime());
    }
}
