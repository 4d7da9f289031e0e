package io.plumbline.phases;

import io.plumbline.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How long a phase lasts, what ends it, and when the patient is re-evaluated in it.
 *
 * @param leastVisits how many visits it has at least, from 0
 * @param mostVisits how many visits it has at most; null if there is no limit
 * @param leastDays how many days it lasts at least, from 0
 * @param mostDays how many days it lasts at most; null if there is no limit
 * @param reevaluateVisits after how many delivered visits a re-evaluation is due, 1 to 60
 * @param reevaluateDays after how many days it is due, 1 to 730; whichever comes first
 */
public record PhaseRules(
        PlanPhase phase,
        int leastVisits,
        @Nullable Integer mostVisits,
        int leastDays,
        @Nullable Integer mostDays,
        ExitCriteria exit,
        int reevaluateVisits,
        int reevaluateDays) {
    private static final int MOST_VISITS = 60;
    private static final int MOST_DAYS = 730;

    /** @throws Refused if a number is out of range, or the least is above the most; the message is for the user */
    public PhaseRules {
        var name = phase.label();
        if (leastVisits < 0 || leastVisits > MOST_VISITS || mostVisits != null && mostVisits > MOST_VISITS) {
            throw new Refused(name + ": a phase has 0 to 60 visits");
        }
        if (mostVisits != null && (mostVisits < 1 || mostVisits < leastVisits)) {
            throw new Refused(name + ": the maximum of visits is below the minimum");
        }
        if (leastDays < 0 || leastDays > MOST_DAYS || mostDays != null && mostDays > MOST_DAYS) {
            throw new Refused(name + ": a phase lasts 0 to 730 days");
        }
        if (mostDays != null && (mostDays < 1 || mostDays < leastDays)) {
            throw new Refused(name + ": the maximum of days is below the minimum");
        }
        if (reevaluateVisits < 1
                || reevaluateVisits > MOST_VISITS
                || reevaluateDays < 1
                || reevaluateDays > MOST_DAYS) {
            throw new Refused(name + ": a re-evaluation is due after 1 to 60 visits or 1 to 730 days");
        }
    }

    /**
     * Refuses exit criteria that can never hold.
     *
     * @param visits how many visits are planned in the phase
     * @throws Refused if the phase must have more visits than are planned, or pain is asked of more visits than that; the
     *     message is for the user
     */
    public void refuseNeverMet(int visits) {
        if (leastVisits > visits) {
            throw new Refused(phase.label() + " must have " + leastVisits + " visits, and " + visits
                    + " are planned: it could never end");
        }
        if (exit.painAtMost() != null && exit.painVisits() > visits) {
            throw new Refused(phase.label() + " asks for pain of " + exit.painAtMost() + " or less on "
                    + exit.painVisits() + " visits, and " + visits + " are planned: it could never end");
        }
    }
}
