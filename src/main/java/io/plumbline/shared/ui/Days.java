package io.plumbline.shared.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;

/** Fields in which a day is chosen: written so that month and day cannot be mixed up, weeks from Monday on. */
public final class Days {
    private Days() {}

    /** A field for a day, to be typed or chosen. */
    public static DatePicker field(String label) {
        var field = new DatePicker(label);
        field.setI18n(i18n());
        field.setPlaceholder("year-month-day");
        // over an open calendar Tab does not leave the field and Escape takes back what was typed
        field.setAutoOpen(false);
        return field;
    }

    /** How every field writes days, also one that asks for the time too. */
    public static DatePickerI18n i18n() {
        return new DatePickerI18n()
                .setDateFormats("yyyy-MM-dd", "d MMM yyyy")
                .setFirstDayOfWeek(1)
                .setBadInputErrorMessage("Write the day as year-month-day, such as 2026-11-24");
    }
}
