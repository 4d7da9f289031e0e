package io.plumbline.phases;

import io.plumbline.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What must be true before a phase ends, as the chiropractor sets it. All criteria that are set must be met.
 *
 * @param painAtMost the highest pain on arrival, 0 to 10; null if pain does not count
 * @param painVisits on how many visits in a row, 1 to 10
 * @param functionGain by how many points the mean of the patient's own activities must be above its baseline, 1 to 10;
 *     null if it does not count
 * @param improved whether a goal must have improved by the published important change of its measure
 * @param goalReached whether a goal must have reached its target
 * @param noOpenFlag whether no red flag may be open
 * @param reevaluated whether the patient must have been re-evaluated in the phase
 */
public record ExitCriteria(
        @Nullable Integer painAtMost,
        int painVisits,
        @Nullable Integer functionGain,
        boolean improved,
        boolean goalReached,
        boolean noOpenFlag,
        boolean reevaluated) {
    private static final int MOST = 10;

    /** @throws Refused if a number is out of range; the message is for the user */
    public ExitCriteria {
        if (painAtMost != null && (painAtMost < 0 || painAtMost > MOST)) {
            throw new Refused("The pain that ends a phase is from 0 to 10");
        }
        if (painVisits < 1 || painVisits > MOST) {
            throw new Refused("Pain is asked of 1 to 10 visits in a row");
        }
        if (functionGain != null && (functionGain < 1 || functionGain > MOST)) {
            throw new Refused("The gain in function that ends a phase is from 1 to 10 points");
        }
    }

    /** Returns whether no criterion is set. */
    public boolean isEmpty() {
        return painAtMost == null && functionGain == null && !improved && !goalReached && !noOpenFlag && !reevaluated;
    }
}
