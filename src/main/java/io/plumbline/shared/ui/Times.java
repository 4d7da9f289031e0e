package io.plumbline.shared.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Fields in which a time of day is chosen: written in 24 hours, typed as people do or taken from a list of quarters. */
public final class Times {
    private static final int STEP_MINUTES = 15;
    private static final String MISSING = "Enter a time such as 8:30 am";

    private Times() {}

    /** A field whose label is only spoken, since others stand in the same row. */
    public static TimePicker field(String spokenLabel, @Nullable LocalTime value) {
        var field = new TimeField();
        field.setAriaLabel(spokenLabel);
        field.setStep(Duration.ofMinutes(STEP_MINUTES));
        field.setPlaceholder("00:00");
        field.addClassName("time-field");
        field.setValue(value);
        return field;
    }

    /** Whether two fields hold no stretch of a day; then they say how to mend it. */
    public static boolean areOutOfOrder(TimePicker from, TimePicker until, WrongFields wrong) {
        var isWrong = wrong.refuseEmpty(from, MISSING);
        isWrong |= wrong.refuseEmpty(until, MISSING);
        return isWrong
                || wrong.refuse(
                        until,
                        !from.getValue().isBefore(until.getValue()),
                        "Later than " + Dates.time(from.getValue()));
    }
}
