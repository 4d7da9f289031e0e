package io.plumbline.leads;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.leads.LeadDetails.Attempt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the calls of a lead suggest. It is shown to who calls and done by them, never by itself. */
public enum CallProposal {
    /** Three attempts in different parts of the day within five working days reached nobody: rest for a while. */
    LET_REST,
    /** The number is somebody else's, and there is no address to write to: give up. */
    GIVE_UP;

    /** For how many days a lead rests that nobody reaches. */
    public static final int REST_DAYS = 14;

    private static final int DIFFERENT_PARTS = 3;
    private static final int WORKING_DAYS = 5;

    /**
     * What the calls suggest; empty where nothing speaks against calling again.
     *
     * @param attempts the latest first
     * @param times of the clinic that calls
     */
    static Optional<CallProposal> of(LeadDetails lead, List<Attempt> attempts, CallTimes times) {
        if (lead.phoneIsWrong() && lead.draft().email() == null && lead.canBecome(LeadStatus.LOST)) {
            return Optional.of(GIVE_UP);
        }
        var isTiring = lead.status() == LeadStatus.ATTEMPTING && partsTriedInVain(attempts, times) >= DIFFERENT_PARTS;
        return isTiring ? Optional.of(LET_REST) : Optional.empty();
    }

    private static int partsTriedInVain(List<Attempt> attempts, CallTimes times) {
        var parts = new HashSet<DayPartHours>();
        for (var attempt : attempts) {
            var isOfTheseDays = workingDays(attempt.at(), attempts.getFirst().at(), times) <= WORKING_DAYS;
            if (!attempt.outcome().isUnanswered() || !isOfTheseDays) {
                break;
            }
            if (attempt.outcome().isCall()) {
                NextAttempt.partAt(attempt.at(), times).ifPresent(parts::add);
            }
        }
        return parts.size();
    }

    /** The days on which the clinic opens from one instant to another, both days counted. */
    private static long workingDays(Instant from, Instant until, CallTimes times) {
        var zone = times.opening().zone();
        return LocalDate.ofInstant(from, zone)
                .datesUntil(LocalDate.ofInstant(until, zone).plusDays(1))
                .filter(times.opening()::opensOn)
                .limit(WORKING_DAYS + 1L)
                .count();
    }
}
