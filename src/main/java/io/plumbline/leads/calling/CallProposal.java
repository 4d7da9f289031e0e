package io.plumbline.leads.calling;

import io.plumbline.clinics.CallTimes;
import io.plumbline.clinics.DayPartHours;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDetails.Attempt;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.NextAttempt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What the calls to a lead suggest. It is only shown to the person who calls; nothing happens automatically. */
public enum CallProposal {
    /**
     * Nobody answered three attempts in different parts of the day within five working days: move to nurture for a
     * while.
     */
    NURTURE_LEAD,
    /** The phone number is wrong and there is no e-mail address: mark as lost. */
    MARK_LOST;

    /** The suggested nurture period, in days. */
    public static final int REST_DAYS = 14;

    private static final int DIFFERENT_PARTS = 3;
    private static final int WORKING_DAYS = 5;

    /**
     * Returns what the calls suggest; empty if they suggest nothing.
     *
     * @param attempts newest first
     * @param times those of the clinic that calls
     */
    public static Optional<CallProposal> of(LeadDetails lead, List<Attempt> attempts, CallTimes times) {
        if (lead.phoneIsWrong() && lead.draft().email() == null && lead.canBecome(LeadStatus.LOST)) {
            return Optional.of(MARK_LOST);
        }
        var isTiring = lead.status() == LeadStatus.ATTEMPTING && partsTriedInVain(attempts, times) >= DIFFERENT_PARTS;
        return isTiring ? Optional.of(NURTURE_LEAD) : Optional.empty();
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

    /** Counts the days with business hours between two instants, including both days, up to six. */
    private static long workingDays(Instant from, Instant until, CallTimes times) {
        var zone = times.businessTime().zone();
        return LocalDate.ofInstant(from, zone)
                .datesUntil(LocalDate.ofInstant(until, zone).plusDays(1))
                .filter(times.businessTime()::opensOn)
                .limit(WORKING_DAYS + 1L)
                .count();
    }
}
