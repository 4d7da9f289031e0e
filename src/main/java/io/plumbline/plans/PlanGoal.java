package io.plumbline.plans;

import io.plumbline.measures.OutcomeMeasure.Direction;
import io.plumbline.shared.TextLimit;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal of a plan: a score to reach by a day.
 *
 * @param measure the code of the outcome measure
 * @param activity one of the patient's own activities, rated from 0 to 10, at most 120 characters; empty for the score
 *     of the whole measure
 * @param baseline the score at the start; null while unknown
 * @param baselineOn the day of the baseline; null while unknown
 * @param target null while none is chosen
 * @param dueOn the day by which the target is to be reached; null while none is chosen
 */
@Embeddable
public record PlanGoal(
        String measure,
        String activity,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        @Nullable BigDecimal target,
        @Nullable LocalDate dueOn) {
    /** @throws io.plumbline.shared.Refused if the activity is too long */
    public PlanGoal {
        activity = TextLimit.optional("The activity", activity, 120);
        // read back from the store a number has other zeros at its end, and is still the same goal
        baseline = baseline == null ? null : baseline.stripTrailingZeros();
        target = target == null ? null : target.stripTrailingZeros();
    }

    /** Returns whether baseline and target are known, each with its day. */
    boolean isComplete() {
        return baseline != null && baselineOn != null && target != null && dueOn != null;
    }

    /** Returns whether a number reaches the target. */
    boolean isReachedBy(BigDecimal now, Direction direction) {
        if (target == null) {
            return false;
        }
        return direction == Direction.LOWER_IS_BETTER ? now.compareTo(target) <= 0 : now.compareTo(target) >= 0;
    }

    /** Returns whether two goals are about the same score. */
    boolean isSameScore(PlanGoal other) {
        return measure.equals(other.measure) && activity.equalsIgnoreCase(other.activity);
    }
}
