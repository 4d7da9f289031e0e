package io.plumbline.clinics;

import java.time.Duration;
import java.util.List;

/**
 * What a promise to call runs in.
 *
 * @param dayParts when the parts of the day are at this clinic
 * @param promise opening time until the first attempt
 */
public record CallTimes(OpeningTime opening, List<DayPartHours> dayParts, Duration promise) {
    public CallTimes {
        dayParts = List.copyOf(dayParts);
    }
}
