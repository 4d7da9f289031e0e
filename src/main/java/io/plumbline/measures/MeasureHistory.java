package io.plumbline.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The scores of a patient on one outcome measure.
 *
 * @param scores those that count, oldest first; at least one
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
                .map(measure -> new MeasureHistory(measure, byMeasure.getOrDefault(measure.code(), List.of())))
                .toList();
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
