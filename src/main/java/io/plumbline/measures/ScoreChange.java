package io.plumbline.measures;

import io.plumbline.shared.Labeled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change of a score since its baseline, judged by the published important change. Both thresholds are told, since a
 * change can reach one and not the other.
 *
 * @param improvement in points; negative if the score has become worse
 * @param percent the improvement in percent of the baseline, rounded to a whole number; null if the measure has no such
 *     threshold, or the baseline is 0
 * @param isPercentReached whether the improvement reaches the published percentage
 * @param important the published important change that counted, in points
 * @param caution why the baseline limits what can be seen; empty if it does not
 */
public record ScoreChange(
        BigDecimal improvement,
        @Nullable Integer percent,
        boolean isPercentReached,
        Course course,
        BigDecimal important,
        String caution) {

    /** The direction of a course, by the published important change in points. */
    public enum Course implements Labeled {
        IMPROVING,
        UNCHANGED,
        WORSENING
    }

    /**
     * Returns the change from a baseline. Of patients' own activities, only those that both scores rate are compared.
     *
     * @return empty if no important change is published, or the two have no activity in common
     */
    public static Optional<ScoreChange> compare(OutcomeMeasure measure, ScoreResult baseline, ScoreResult now) {
        if (measure.form() != OutcomeMeasure.Form.ACTIVITIES) {
            return judge(measure, baseline.score(), now.score(), 0);
        }
        var rated = names(now);
        var shared = names(baseline).stream().filter(rated::contains).toList();
        return shared.isEmpty()
                ? Optional.empty()
                : judge(measure, mean(baseline, shared), mean(now, shared), shared.size());
    }

    /** Returns the change that a measure tells by itself, since it compares with the start of care. */
    public static Optional<ScoreChange> judgeFollowUp(OutcomeMeasure measure, ScoreResult now) {
        return measure.isFollowUpOnly() ? judge(measure, BigDecimal.ZERO, now.score(), 0) : Optional.empty();
    }

    /**
     * Returns the change between two numbers of a measure.
     *
     * @param activities how many of the patient's own activities the numbers are about; 0 for other measures
     * @return empty if no important change is published
     */
    public static Optional<ScoreChange> judge(
            OutcomeMeasure measure, BigDecimal before, BigDecimal now, int activities) {
        return measure.importantChange(activities).map(important -> {
            var improvement = measure.direction() == OutcomeMeasure.Direction.LOWER_IS_BETTER
                    ? before.subtract(now)
                    : now.subtract(before);
            return new ScoreChange(
                    improvement,
                    percent(measure, improvement, before),
                    isPercentReached(measure, improvement, before),
                    course(improvement, important),
                    important,
                    caution(measure, before));
        });
    }

    private static @Nullable Integer percent(OutcomeMeasure measure, BigDecimal improvement, BigDecimal before) {
        return measure.importantPercent() == null || before.signum() <= 0
                ? null
                : improvement
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static boolean isPercentReached(OutcomeMeasure measure, BigDecimal improvement, BigDecimal before) {
        var share = measure.importantPercent();
        return share != null
                && before.signum() > 0
                && improvement.multiply(BigDecimal.valueOf(100)).compareTo(before.multiply(BigDecimal.valueOf(share)))
                        >= 0;
    }

    private static Course course(BigDecimal improvement, BigDecimal important) {
        if (improvement.compareTo(important) >= 0) {
            return Course.IMPROVING;
        }
        return improvement.negate().compareTo(important) >= 0 ? Course.WORSENING : Course.UNCHANGED;
    }

    private static String caution(OutcomeMeasure measure, BigDecimal before) {
        if (measure.improvesFrom() != null && before.compareTo(measure.improvesFrom()) < 0) {
            return "A baseline below " + measure.improvesFrom() + " cannot show improvement";
        }
        if (measure.worsensUpTo() != null && before.compareTo(measure.worsensUpTo()) > 0) {
            return "A baseline above " + measure.worsensUpTo() + " cannot show worsening";
        }
        return "";
    }

    private static List<String> names(ScoreResult result) {
        return result.answers().items().stream().map(ScoreChange::name).toList();
    }

    private static BigDecimal mean(ScoreResult result, List<String> shared) {
        var sum = result.answers().items().stream()
                .filter(answer -> shared.contains(name(answer)))
                .map(ItemAnswer::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(shared.size()), 1, RoundingMode.HALF_UP);
    }

    private static String name(ItemAnswer answer) {
        return answer.item().toLowerCase(Locale.ROOT);
    }
}
