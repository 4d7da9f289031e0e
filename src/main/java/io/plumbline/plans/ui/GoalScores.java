package io.plumbline.plans.ui;

import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreRow;
import io.plumbline.plans.PlanGoal;
import io.plumbline.shared.ui.chart.DayValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scores of a patient that a goal can be about: each outcome measure, and each of the patient's own activities. */
record GoalScores(OutcomeMeasures measures, List<MeasureHistory> history) {
    /**
     * A score that a goal can be about.
     *
     * @param activity empty for the score of the whole measure
     * @param before the scores until now, oldest first
     */
    record Score(OutcomeMeasure measure, String activity, List<ScoreRow> before) {
        String name() {
            return activity.isEmpty() ? measure.name() : "Activity: " + activity;
        }

        boolean isOf(PlanGoal goal) {
            return measure.code().equals(goal.measure()) && activity.equalsIgnoreCase(goal.activity());
        }

        /** Returns a goal from the newest score, without a target. */
        PlanGoal goal() {
            var newest = before.isEmpty() ? null : before.getLast();
            return new PlanGoal(
                    measure.code(),
                    activity,
                    newest == null ? null : value(newest).orElse(null),
                    newest == null ? null : newest.measuredOn(),
                    null,
                    null);
        }

        /** Returns the value that a score gives to what the goal is about; empty if it does not rate the activity. */
        Optional<BigDecimal> value(ScoreRow row) {
            return row.result().valueOf(activity);
        }

        /** Returns the baseline of a goal and the values since then, oldest first. */
        List<DayValue> course(PlanGoal goal) {
            var baseline = goal.baseline() == null || goal.baselineOn() == null
                    ? Stream.<DayValue>empty()
                    : Stream.of(new DayValue(goal.baselineOn(), goal.baseline().doubleValue()));
            var later = before.stream()
                    .filter(row -> goal.baselineOn() == null || row.measuredOn().isAfter(goal.baselineOn()))
                    .flatMap(row ->
                            value(row).stream().map(value -> new DayValue(row.measuredOn(), value.doubleValue())));
            return Stream.concat(baseline, later).toList();
        }

        boolean holds(BigDecimal number) {
            return number.compareTo(BigDecimal.valueOf(measure.lowest())) >= 0
                    && number.compareTo(BigDecimal.valueOf(measure.highest())) <= 0;
        }
    }

    /** Returns what a new goal can be about; the global change has no baseline. */
    List<Score> offered() {
        return measures.measures().stream()
                .filter(measure -> !measure.isFollowUpOnly())
                .flatMap(this::scores)
                .toList();
    }

    /** Returns what a goal can be about, with what it is about now. */
    List<Score> offeredWith(PlanGoal goal) {
        var offered = new ArrayList<>(offered());
        if (offered.stream().noneMatch(score -> score.isOf(goal))) {
            offered.addFirst(scoreOf(goal));
        }
        return offered;
    }

    /** Returns what a goal is about. */
    Score scoreOf(PlanGoal goal) {
        var measure = measures.require(goal.measure());
        return scores(measure)
                .filter(score -> score.isOf(goal))
                .findFirst()
                .orElseGet(() -> new Score(measure, goal.activity(), before(measure)));
    }

    /** Returns the scores of a measure since a day, oldest first. */
    List<DayValue> courseSince(OutcomeMeasure measure, LocalDate from) {
        return before(measure).stream()
                .filter(row -> !row.measuredOn().isBefore(from))
                .map(row -> new DayValue(row.measuredOn(), row.result().score().doubleValue()))
                .toList();
    }

    private Stream<Score> scores(OutcomeMeasure measure) {
        var before = before(measure);
        var whole = Stream.of(new Score(measure, "", before));
        if (measure.form() != OutcomeMeasure.Form.ACTIVITIES || before.isEmpty()) {
            return whole;
        }
        return Stream.concat(
                whole,
                before.getLast().result().answers().activityNames().stream()
                        .map(activity -> new Score(measure, activity, before)));
    }

    private List<ScoreRow> before(OutcomeMeasure measure) {
        return history.stream()
                .filter(course -> course.measure().equals(measure))
                .findFirst()
                .map(MeasureHistory::scores)
                .orElse(List.of());
    }
}
