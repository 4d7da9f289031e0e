package io.plumbline.recalls;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides from a patient's days whether the desk should call, and when to look again if nothing happens in the meantime.
 * The first reason that holds counts: a missed visit, an active plan with nothing booked, a last visit too long ago.
 */
final class RecallRules {
    private RecallRules() {}

    /** Why to call, and since when. */
    record Need(RecallReason reason, LocalDate since) {}

    /**
     * What the facts say.
     *
     * @param need null if there is no reason to call
     * @param lookAgainOn the day on which the answer may change by time alone; null if it cannot
     */
    record Finding(@Nullable Need need, @Nullable LocalDate lookAgainOn) {
        private static final Finding NOTHING = new Finding(null, null);
    }

    static Finding find(RecallFacts facts, RecallSettings settings) {
        if (facts.mustNotBeCalled()) {
            return Finding.NOTHING;
        }
        if (facts.aheadOn() != null) {
            return new Finding(null, facts.aheadOn().plusDays(1));
        }
        var need = missed(facts);
        if (need == null) {
            need = nothingBooked(facts);
        }
        if (need == null) {
            need = quiet(facts, settings);
        }
        if (need == null) {
            return Finding.NOTHING;
        }
        if (need.since().plusMonths(settings.forgottenAfterMonths()).isBefore(facts.today())) {
            return Finding.NOTHING;
        }
        var begins = beginsOn(need, facts, settings);
        return facts.today().isBefore(begins)
                ? new Finding(null, begins)
                : new Finding(
                        need,
                        need.since().plusMonths(settings.forgottenAfterMonths()).plusDays(1));
    }

    private static @Nullable Need missed(RecallFacts facts) {
        var missed = facts.missedOn();
        return missed == null || facts.lastVisitOn() != null && !missed.isAfter(facts.lastVisitOn())
                ? null
                : new Need(RecallReason.MISSED, missed);
    }

    private static @Nullable Need nothingBooked(RecallFacts facts) {
        var pace = facts.pace();
        if (pace == null || pace.visitsLeft() == 0) {
            return null;
        }
        var last = facts.lastVisitOn();
        return new Need(
                RecallReason.NOTHING_BOOKED,
                last == null || last.isBefore(pace.activatedOn()) ? pace.activatedOn() : last);
    }

    private static @Nullable Need quiet(RecallFacts facts, RecallSettings settings) {
        return facts.lastVisitOn() == null ? null : new Need(RecallReason.QUIET, facts.lastVisitOn());
    }

    /** Nobody is called for a booking on the very day of the visit: the desk books that face to face. */
    private static LocalDate beginsOn(Need need, RecallFacts facts, RecallSettings settings) {
        return switch (need.reason()) {
            case MISSED -> facts.today();
            case NOTHING_BOOKED -> need.since().plusDays(1);
            case QUIET -> {
                var pace = facts.pace();
                yield need.since().plusDays((pace == null ? settings.quietAfterDays() : pace.intervalDays()) + 1L);
            }
        };
    }
}
