package io.plumbline.shared.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields in which a time of day is chosen: 24 hours, typed or taken from a list of quarters. */
public final class Times {
    private static final int STEP_MINUTES = 15;
    private static final String AS_WRITTEN = "Write it as 08:30";

    private Times() {}

    /** A field whose label is only spoken, since others stand in the same row. */
    public static TimePicker field(String spokenLabel, @Nullable LocalTime value) {
        var field = new TimePicker();
        field.setAriaLabel(spokenLabel);
        field.setLocale(Locale.UK);
        field.setStep(Duration.ofMinutes(STEP_MINUTES));
        field.setPlaceholder("00:00");
        field.addClassName("time-field");
        field.setI18n(new TimePicker.TimePickerI18n().setBadInputErrorMessage(AS_WRITTEN));
        field.setValue(value);
        return field;
    }

    /** Whether two fields hold no stretch of a day; then they say how to mend it. */
    public static boolean areOutOfOrder(TimePicker from, TimePicker until, WrongFields wrong) {
        var isWrong = wrong.refuseEmpty(from, AS_WRITTEN);
        isWrong |= wrong.refuseEmpty(until, AS_WRITTEN);
        return isWrong
                || wrong.refuse(
                        until,
                        !from.getValue().isBefore(until.getValue()),
                        "Later than " + Dates.time(from.getValue()));
    }
}
