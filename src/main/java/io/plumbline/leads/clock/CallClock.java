package io.plumbline.leads.clock;

import io.plumbline.clinics.BusinessTime;
import io.plumbline.clinics.DayPartHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a person can be called: within both the business hours of the clinic and the call window. If the two overlap for
 * less than {@link #LEAST} in the next {@link #OPENING_DAYS}, only the business hours apply and the person is written
 * to first. The rule of the product page on consultation leads.
 */
final class CallClock {
    /** Minimum overlap in which a person can be reached. */
    static final Duration LEAST = Duration.ofMinutes(30);

    /** How many days with business hours to search, including today while the clinic is still open. */
    static final int OPENING_DAYS = 5;

    private static final int LONGEST_SEARCH_DAYS = 366;

    private final BusinessTime runsIn;
    private final Instant from;
    private final boolean canBeMet;

    private CallClock(BusinessTime runsIn, Instant from, boolean canBeMet) {
        this.runsIn = runsIn;
        this.from = from;
        this.canBeMet = canBeMet;
    }

    /**
     * Creates the clock for a person.
     *
     * @param parts the hours of the parts of the day at this clinic
     * @param from when the person asked, or from when they may be called again
     */
    static CallClock of(BusinessTime clinic, List<DayPartHours> parts, CallWindow window, Instant from) {
        var wanted = window.from() == null
                ? from
                : latest(from, window.from().atStartOfDay(clinic.zone()).toInstant());
        var theirs = window.within(clinic, parts);
        var canBeMet = window.isAnyTime()
                || theirs.between(wanted, afterOpeningDays(clinic, wanted)).compareTo(LEAST) >= 0;
        return new CallClock(canBeMet ? theirs : clinic, wanted, canBeMet);
    }

    /** Returns whether the call window can be met; if not, the person is written to first. */
    boolean canBeMet() {
        return canBeMet;
    }

    /**
     * Returns the next follow-up after a wait in callable time; it is overdue after the response target as well. Empty
     * if the clinic is not open for that long within a year.
     */
    Optional<NextFollowUp> followUpAfter(Duration wait, Duration target) {
        try {
            var at = runsIn.after(from, wait);
            return Optional.of(
                    new NextFollowUp(at, runsIn.closesAfter(at).orElse(at), runsIn.after(at, target), !canBeMet));
        } catch (DateTimeException neverOpen) {
            return Optional.empty();
        }
    }

    private static Instant afterOpeningDays(BusinessTime clinic, Instant from) {
        var day = LocalDate.ofInstant(from, clinic.zone());
        var open = clinic.between(from, startOf(clinic, day.plusDays(1))).isZero() ? 0 : 1;
        for (var searched = 0; open < OPENING_DAYS && searched < LONGEST_SEARCH_DAYS; searched++) {
            day = day.plusDays(1);
            open += clinic.opensOn(day) ? 1 : 0;
        }
        return startOf(clinic, day.plusDays(1));
    }

    private static Instant startOf(BusinessTime clinic, LocalDate day) {
        return day.atStartOfDay(clinic.zone()).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
