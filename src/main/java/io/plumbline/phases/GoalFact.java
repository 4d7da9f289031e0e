package io.plumbline.phases;

import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasure.Direction;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange;
import io.plumbline.measures.ScoreChange.Course;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A goal and its scores.
 *
 * @param name what the goal is about
 * @param isActivity whether it is one of the patient's own activities
 * @param baseline in points of the measure
 * @param baselineOn the day of the baseline; null while unknown
 * @param target null if none is set
 * @param scores those after the baseline, oldest first
 */
public record GoalFact(
        String name,
        OutcomeMeasure measure,
        boolean isActivity,
        BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        @Nullable BigDecimal target,
        List<Measured> scores) {
    public GoalFact {
        scores = List.copyOf(scores);
    }

    /** A score of a day. */
    public record Measured(LocalDate on, BigDecimal score) {}

    /**
     * Returns whether it is pain on arrival, which has thresholds of its own from visit to visit: one visit alone says
     * nothing.
     */
    boolean isPainOnArrival() {
        return measure.code().equals(OutcomeMeasures.PAIN_NOW);
    }

    /** Returns whether a score is worse than the baseline by the published important change. */
    boolean isWorseThanBaseline(int score) {
        return course(baseline, BigDecimal.valueOf(score)) == Course.WORSENING;
    }

    /** Returns the newest score after the baseline; null if it was not measured again. */
    public @Nullable BigDecimal now() {
        return scores.isEmpty() ? null : scores.getLast().score();
    }

    /** Returns the day of the newest score; null if it was not measured again. */
    public @Nullable LocalDate measuredOn() {
        return scores.isEmpty() ? null : scores.getLast().on();
    }

    /** Returns the change since the baseline by the published important change; null if it cannot be judged. */
    public @Nullable Course course() {
        return scores.isEmpty() ? null : course(baseline, scores.getLast().score());
    }

    /** Returns whether the newest score has reached the target. */
    public boolean isReached() {
        var now = now();
        return now != null && target != null && !isBetter(target, now);
    }

    /** Returns the goal with its baseline and its newest score. */
    public String words() {
        return words(baseline);
    }

    /** Returns the goal with another score and its newest one. */
    String words(BigDecimal from) {
        var now = now();
        return name + " " + plain(from) + " to " + (now == null ? "?" : plain(now));
    }

    private static String plain(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }

    /** Returns whether the goal was measured after its baseline. */
    public boolean isMeasuredAgain() {
        return !scores.isEmpty();
    }

    /** Returns whether the goal was set before a day. */
    boolean isSetBefore(LocalDate day) {
        return baselineOn == null || baselineOn.isBefore(day);
    }

    /** Returns whether it was measured on or after a day. */
    boolean isMeasuredSince(LocalDate day) {
        var last = measuredOn();
        return last != null && !last.isBefore(day);
    }

    /** Returns the score with which one after a day is compared: the last one by that day; the baseline at the start. */
    BigDecimal scoreAt(@Nullable LocalDate day) {
        return scores.stream()
                .filter(one -> day != null && !one.on().isAfter(day))
                .map(Measured::score)
                .reduce(baseline, (earlier, later) -> later);
    }

    /** Returns the best score from a day on, with the one that counts on that day. */
    BigDecimal bestSince(@Nullable LocalDate day) {
        var best = measure.direction() == Direction.LOWER_IS_BETTER
                ? Comparator.<BigDecimal>reverseOrder()
                : Comparator.<BigDecimal>naturalOrder();
        return Stream.concat(
                        Stream.of(scoreAt(day)),
                        scores.stream()
                                .filter(one -> day == null || one.on().isAfter(day))
                                .map(Measured::score))
                .max(best)
                .orElse(baseline);
    }

    /** Returns the change from another score to the newest one, if that was measured after a day; otherwise null. */
    @Nullable
    Course courseFrom(BigDecimal from, @Nullable LocalDate day) {
        var now = now();
        var on = measuredOn();
        return now == null || on == null || day != null && !on.isAfter(day) ? null : course(from, now);
    }

    private @Nullable Course course(BigDecimal from, BigDecimal to) {
        return ScoreChange.judge(measure, from, to, isActivity ? 1 : 0)
                .map(ScoreChange::course)
                .orElse(null);
    }

    private boolean isBetter(BigDecimal score, BigDecimal than) {
        return measure.direction() == Direction.LOWER_IS_BETTER ? score.compareTo(than) < 0 : score.compareTo(than) > 0;
    }
}
