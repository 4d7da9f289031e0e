package io.plumbline.plans;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** How often a visit is planned. Source: the taper of the clinic page, weekly or every two weeks, monthly or quarterly. */
public enum Frequency {
    WEEKLY("Weekly", Period.ofWeeks(1)),
    FORTNIGHTLY("Every two weeks", Period.ofWeeks(2)),
    MONTHLY("Monthly", Period.ofMonths(1)),
    QUARTERLY("Quarterly", Period.ofMonths(3));

    private final String word;
    private final Period interval;

    Frequency(String word, Period interval) {
        this.word = word;
        this.interval = interval;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /**
     * Whether a day is near enough to stand for a visit that is planned: at most half an interval before it. A later day
     * catches up with it.
     */
    boolean reaches(LocalDate planned, LocalDate day) {
        var half = ChronoUnit.DAYS.between(planned, after(planned, 1)) / 2;
        return !day.isBefore(planned.minusDays(half));
    }

    /** The day so many intervals after a first one; counted from the first, so that short months do not add up. */
    public LocalDate after(LocalDate first, int intervals) {
        return first.plus(interval.multipliedBy(intervals));
    }
}
