package io.plumbline.plans;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The frequency of planned visits. Source: the taper of the clinic page, weekly or every two weeks, monthly or
 * quarterly.
 */
public enum Frequency {
    WEEKLY("Weekly", Period.ofWeeks(1)),
    FORTNIGHTLY("Every two weeks", Period.ofWeeks(2)),
    MONTHLY("Monthly", Period.ofMonths(1)),
    QUARTERLY("Quarterly", Period.ofMonths(3));

    private final String label;
    private final Period interval;

    Frequency(String label, Period interval) {
        this.label = label;
        this.interval = interval;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }

    /**
     * Returns whether a day is close enough to count as a planned visit: at most half an interval before it. A later
     * day catches up on the visit.
     */
    boolean reaches(LocalDate planned, LocalDate day) {
        var half = ChronoUnit.DAYS.between(planned, after(planned, 1)) / 2;
        return !day.isBefore(planned.minusDays(half));
    }

    /**
     * Returns the day a number of intervals after a first day; counted from the first day, so that short months do not
     * add up.
     */
    LocalDate after(LocalDate first, int intervals) {
        return first.plus(interval.multipliedBy(intervals));
    }
}
