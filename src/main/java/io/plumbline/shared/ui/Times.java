package io.plumbline.shared.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Creates fields for a time of day: shown in 24-hour time, typed freely or chosen from a list of quarter hours. */
public final class Times {
    private static final int STEP_MINUTES = 15;
    private static final String MISSING = "Enter a time such as 8:30 am";

    private Times() {}

    /** Creates a field with a label for screen readers only, for rows of several fields. */
    public static TimePicker field(String spokenLabel, @Nullable LocalTime value) {
        var field = new TimeField();
        field.setAriaLabel(spokenLabel);
        field.setStep(Duration.ofMinutes(STEP_MINUTES));
        field.setPlaceholder("00:00");
        field.addClassName("time-field");
        field.setValue(value);
        return field;
    }

    /** Returns whether two fields do not form a valid time range; marks them with a message. */
    public static boolean areOutOfOrder(TimePicker from, TimePicker until, FormErrors wrong) {
        var isWrong = wrong.refuseEmpty(from, MISSING);
        isWrong |= wrong.refuseEmpty(until, MISSING);
        return isWrong
                || wrong.refuse(
                        until,
                        !from.getValue().isBefore(until.getValue()),
                        "Later than " + Dates.time(from.getValue()));
    }
}
