package io.plumbline.shared.ui;

import com.vaadin.flow.component.timepicker.TimePicker;
import io.plumbline.shared.Dates;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Creates fields for a time of day, typed freely or chosen from a list of quarter hours. */
public final class Times {
    private static final int STEP_MINUTES = 15;
    private static final LocalTime EXAMPLE = LocalTime.of(8, 30);

    private Times() {}

    /** Creates a field with a label for screen readers only, for rows of several fields. */
    public static TimePicker field(String spokenLabel, @Nullable LocalTime value) {
        var field = new TimeField();
        field.setAriaLabel(spokenLabel);
        field.setStep(Duration.ofMinutes(STEP_MINUTES));
        field.addClassName("time-field");
        field.setValue(value);
        return field;
    }

    /** Returns whether two fields do not form a valid time range; marks them with a message. */
    public static boolean areOutOfOrder(TimePicker from, TimePicker until, FormErrors wrong) {
        var missing = "Enter a time such as " + Dates.time(EXAMPLE);
        var isWrong = wrong.refuseEmpty(from, missing);
        isWrong |= wrong.refuseEmpty(until, missing);
        return isWrong
                || wrong.refuse(
                        until,
                        !from.getValue().isBefore(until.getValue()),
                        "Later than " + Dates.time(from.getValue()));
    }
}
