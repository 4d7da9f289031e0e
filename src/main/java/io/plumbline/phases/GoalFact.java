package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal and its newest score.
 *
 * @param name what the goal is about
 * @param baseline in points of the measure
 * @param now the newest score after the baseline; null if it was not measured again
 * @param measuredOn the day of the newest score; null if it was not measured again
 * @param course the change by the published important change; null if it cannot be judged
 * @param isReached whether the newest score has reached the target
 */
public record GoalFact(
        String name,
        BigDecimal baseline,
        @Nullable BigDecimal now,
        @Nullable LocalDate measuredOn,
        @Nullable Course course,
        boolean isReached) {
    /** Returns the goal with its baseline and its newest score. */
    public String words() {
        return name + " " + baseline.stripTrailingZeros().toPlainString() + " to "
                + (now == null ? "?" : now.stripTrailingZeros().toPlainString());
    }

    /** Returns whether the goal was measured after its baseline. */
    public boolean isMeasuredAgain() {
        return now != null;
    }
}
