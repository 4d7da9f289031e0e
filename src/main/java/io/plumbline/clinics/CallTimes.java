package io.plumbline.clinics;

import java.time.Duration;
import java.util.List;

/**
 * A clinic's response target, and the hours it is measured in.
 *
 * @param dayParts the parts of the day at this clinic
 * @param target business time until the first attempt
 */
public record CallTimes(BusinessTime businessTime, List<DayPartHours> dayParts, Duration target) {
    public CallTimes {
        dayParts = List.copyOf(dayParts);
    }
}
