package io.plumbline.measures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A scored outcome measure.
 *
 * @param band the published name of the range in which it lies; null if there is none
 */
public record ScoreResult(
        MeasureAnswers answers, BigDecimal score, @Nullable String band) {}
