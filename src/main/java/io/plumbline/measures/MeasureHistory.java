package io.plumbline.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a patient on one outcome measure.
 *
 * @param scores those that count, oldest first; at least one. Activities that were rated on one day are one score
 */
public record MeasureHistory(OutcomeMeasure measure, List<ScoreRow> scores) {
    public MeasureHistory {
        scores = List.copyOf(scores);
    }

    /** Scores between two others, in points. */
    public record Range(BigDecimal low, BigDecimal high) {}

    /** Groups scores by measure, in the order of the measures; leaves out those that do not count. */
    public static List<MeasureHistory> of(OutcomeMeasures measures, List<ScoreRow> oldestFirst) {
        var byMeasure = new LinkedHashMap<String, List<ScoreRow>>();
        oldestFirst.stream().filter(ScoreRow::isFinal).forEach(score -> byMeasure
                .computeIfAbsent(score.measure(), first -> new ArrayList<>())
                .add(score));
        return measures.measures().stream()
                .filter(measure -> byMeasure.containsKey(measure.code()))
                .map(measure ->
                        new MeasureHistory(measure, ofDays(measure, byMeasure.getOrDefault(measure.code(), List.of()))))
                .toList();
    }

    private static List<ScoreRow> ofDays(OutcomeMeasure measure, List<ScoreRow> oldestFirst) {
        if (measure.form() != OutcomeMeasure.Form.ACTIVITIES) {
            return oldestFirst;
        }
        var days = new ArrayList<ScoreRow>();
        for (var score : oldestFirst) {
            if (days.isEmpty() || !isSameAsking(days.getLast(), score)) {
                days.add(score);
            } else {
                days.add(days.removeLast().and(measure, score));
            }
        }
        return days;
    }

    /** Returns whether two scores are of one day; merged records may have rated the same. */
    private static boolean isSameAsking(ScoreRow one, ScoreRow other) {
        return one.measuredOn().equals(other.measuredOn())
                && one.result().answers().items().size()
                                + other.result().answers().items().size()
                        <= MeasureAnswers.MOST_ACTIVITIES
                && other.result().answers().activityNames().stream()
                        .noneMatch(one.result().answers()::rates);
    }

    /**
     * The course of one of the patient's own activities.
     *
     * @param change since it was rated first, by the important change of a single activity; null if it was rated once
     */
    public record OfActivity(
            String activity,
            BigDecimal first,
            BigDecimal latest,
            @Nullable ScoreChange change) {}

    /** Returns the course of each activity of the newest score; empty for other measures. */
    public List<OfActivity> activities() {
        if (measure.form() != OutcomeMeasure.Form.ACTIVITIES) {
            return List.of();
        }
        return latest().result().answers().items().stream()
                .map(now -> courseOf(now.item(), now.value()))
                .toList();
    }

    private OfActivity courseOf(String activity, BigDecimal latest) {
        var rated = scores.stream()
                .flatMap(score -> score.result().valueOf(activity).stream())
                .toList();
        var change = rated.size() < 2
                ? Optional.<ScoreChange>empty()
                : ScoreChange.judge(measure, rated.getFirst(), latest, 1);
        return new OfActivity(activity, rated.isEmpty() ? latest : rated.getFirst(), latest, change.orElse(null));
    }

    /** Returns the first score. */
    public ScoreRow baseline() {
        return scores.getFirst();
    }

    /** Returns the newest score. */
    public ScoreRow latest() {
        return scores.getLast();
    }

    /**
     * Returns the scores that are no important change from the first one, within the scale; empty if no important change
     * is published, or the measure tells a change by itself.
     */
    public Optional<Range> unchanged() {
        if (measure.isFollowUpOnly()) {
            return Optional.empty();
        }
        var first = baseline().result();
        var activities = measure.form() == OutcomeMeasure.Form.ACTIVITIES
                ? first.answers().items().size()
                : 0;
        return measure.importantChange(activities)
                .map(important -> new Range(
                        first.score().subtract(important).max(BigDecimal.valueOf(measure.lowest())),
                        first.score().add(important).min(BigDecimal.valueOf(measure.highest()))));
    }

    /** Returns the change from the first score to the newest; empty if it cannot be judged. */
    public Optional<ScoreChange> change() {
        if (measure.isFollowUpOnly()) {
            return ScoreChange.judgeFollowUp(measure, latest().result());
        }
        return scores.size() < 2
                ? Optional.empty()
                : ScoreChange.compare(measure, baseline().result(), latest().result());
    }
}
