package io.plumbline.leads;

import io.plumbline.clinics.DayPartHours;
import io.plumbline.clinics.OpeningTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a person is called: while the clinic is open and as it suits them. Where the two leave too little time together
 * ({@link #LEAST} in the next {@link #OPENING_DAYS}), while the clinic is open alone, and they are written to first. The
 * rule of the product's page on consultation leads.
 */
final class CallClock {
    /** Less than this is no time in which somebody can be reached. */
    static final Duration LEAST = Duration.ofMinutes(30);

    /** So many days on which the clinic opens are looked at, today among them while it is still open. */
    static final int OPENING_DAYS = 5;

    private static final int LONGEST_SEARCH_DAYS = 366;

    private final OpeningTime runsIn;
    private final Instant from;
    private final boolean canBeMet;

    private CallClock(OpeningTime runsIn, Instant from, boolean canBeMet) {
        this.runsIn = runsIn;
        this.from = from;
        this.canBeMet = canBeMet;
    }

    /**
     * The clock of a person.
     *
     * @param parts when the parts of the day are at this clinic
     * @param from when they asked, or at which they may be called again
     */
    static CallClock of(OpeningTime clinic, List<DayPartHours> parts, CallWindow window, Instant from) {
        var wanted = window.from() == null
                ? from
                : latest(from, window.from().atStartOfDay(clinic.zone()).toInstant());
        var theirs = window.within(clinic, parts);
        var canBeMet = window.isAnyTime()
                || theirs.between(wanted, afterOpeningDays(clinic, wanted)).compareTo(LEAST) >= 0;
        return new CallClock(canBeMet ? theirs : clinic, wanted, canBeMet);
    }

    /** Whether the times that suit the person can be met; if not they are written to first. */
    boolean canBeMet() {
        return canBeMet;
    }

    /**
     * The next touch once so much time for calls has passed; it is late when the promise has passed too. Empty where the
     * clinic does not open for so long within a year.
     */
    Optional<NextTouch> touchAfter(Duration wait, Duration promise) {
        try {
            var at = runsIn.after(from, wait);
            return Optional.of(
                    new NextTouch(at, runsIn.closesAfter(at).orElse(at), runsIn.after(at, promise), !canBeMet));
        } catch (DateTimeException neverOpen) {
            return Optional.empty();
        }
    }

    private static Instant afterOpeningDays(OpeningTime clinic, Instant from) {
        var day = LocalDate.ofInstant(from, clinic.zone());
        var open = clinic.between(from, startOf(clinic, day.plusDays(1))).isZero() ? 0 : 1;
        for (var searched = 0; open < OPENING_DAYS && searched < LONGEST_SEARCH_DAYS; searched++) {
            day = day.plusDays(1);
            open += clinic.opensOn(day) ? 1 : 0;
        }
        return startOf(clinic, day.plusDays(1));
    }

    private static Instant startOf(OpeningTime clinic, LocalDate day) {
        return day.atStartOfDay(clinic.zone()).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
