package io.plumbline.recalls;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** When to try again: sooner after the first attempt, later after each further one, always on a day with open doors. */
final class RecallBackoff {
    /** Working days until the next attempt, by the number of attempts made; the last one repeats. */
    private static final List<Integer> WORKING_DAYS = List.of(2, 7, 14);

    /** A clinic that is closed for longer than this is not asked further. */
    private static final int LONGEST_SEARCH_DAYS = 60;

    /** Weeks until a patient who said "not now" is asked again. */
    private static final int WEEKS_AFTER_NOT_NOW = 6;

    private RecallBackoff() {}

    /** Proposes the day on which to ask again a patient who said "not now": the first open day after some weeks. */
    static LocalDate afterNotNow(LocalDate today, Predicate<LocalDate> isOpen) {
        return openDay(today.plusWeeks(WEEKS_AFTER_NOT_NOW).minusDays(1), 1, isOpen);
    }

    /**
     * Proposes the day of the next attempt.
     *
     * @param attempts how many attempts were made, this one included
     * @param isOpen whether the clinic opens on a day
     */
    static LocalDate next(LocalDate today, int attempts, Predicate<LocalDate> isOpen) {
        return openDay(today, WORKING_DAYS.get(Math.clamp(attempts, 1, WORKING_DAYS.size()) - 1), isOpen);
    }

    /** Returns the open day with this number after a day. */
    private static LocalDate openDay(LocalDate from, int number, Predicate<LocalDate> isOpen) {
        var left = number;
        var latest = from.plusDays(LONGEST_SEARCH_DAYS);
        var day = from;
        while (left > 0 && day.isBefore(latest)) {
            day = day.plusDays(1);
            if (isOpen.test(day)) {
                left--;
            }
        }
        return day;
    }
}
