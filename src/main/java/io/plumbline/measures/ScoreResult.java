package io.plumbline.measures;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scored outcome measure.
 *
 * @param band the published name of the range in which it lies; null if there is none
 */
public record ScoreResult(
        MeasureAnswers answers, BigDecimal score, @Nullable String band) {
    /**
     * Returns the rating of one of the patient's own activities.
     *
     * @param activity empty for the score of the whole measure
     * @return empty if the activity is not rated
     */
    public Optional<BigDecimal> valueOf(String activity) {
        return activity.isEmpty()
                ? Optional.of(score)
                : answers.items().stream()
                        .filter(answer -> answer.item().equalsIgnoreCase(activity))
                        .map(ItemAnswer::value)
                        .findFirst();
    }
}
