package io.plumbline.taper;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The frequency of planned visits, densest first. Source: the taper of the clinic page, weekly or every two weeks,
 * monthly or quarterly; a trial of care begins with two or three visits a week.
 */
public enum Frequency {
    THREE_A_WEEK("Three a week", Period.ofWeeks(1), 3),
    TWICE_A_WEEK("Twice a week", Period.ofWeeks(1), 2),
    WEEKLY("Weekly", Period.ofWeeks(1), 1),
    FORTNIGHTLY("Every two weeks", Period.ofWeeks(2), 1),
    THREE_WEEKLY("Every three weeks", Period.ofWeeks(3), 1),
    FOUR_WEEKLY("Every four weeks", Period.ofWeeks(4), 1),
    MONTHLY("Monthly", Period.ofMonths(1), 1),
    QUARTERLY("Quarterly", Period.ofMonths(3), 1);

    private final String label;
    private final Period interval;
    private final int visits;

    Frequency(String label, Period interval, int visits) {
        this.label = label;
        this.interval = interval;
        this.visits = visits;
    }

    public String label() {
        return label;
    }

    /** Returns the days between two visits, rounded up; those of a month as the longest has. */
    public int days() {
        var longest = LocalDate.EPOCH.plus(interval);
        return Math.ceilDivExact((int) ChronoUnit.DAYS.between(LocalDate.EPOCH, longest), visits);
    }

    /** Returns the next denser frequency; empty if there is none. */
    public Optional<Frequency> denser() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /**
     * Returns whether a day is close enough to count as a planned visit: at most half an interval before it. A later
     * day catches up on the visit.
     */
    public boolean reaches(LocalDate planned, LocalDate day) {
        var half = ChronoUnit.DAYS.between(planned, after(planned, 1)) / 2;
        return !day.isBefore(planned.minusDays(half));
    }

    /**
     * Returns the day a number of visits after a first day; counted from the first day, so that neither short months nor
     * parts of a week add up.
     */
    public LocalDate after(LocalDate first, int visit) {
        var begun = first.plus(interval.multipliedBy(visit / visits));
        return begun.plusDays(ChronoUnit.DAYS.between(begun, begun.plus(interval)) * (visit % visits) / visits);
    }
}
