package io.plumbline.plans.ui;

import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanGoal;
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.ValueLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The values along the course of a plan: pain on arrival and after the visits, and the scores of its goals. */
final class PlanValues {
    private PlanValues() {}

    static List<ValueLine> of(PlanDetails plan, PlanTimeline.Facts facts) {
        var from = plan.visits().stream().map(PlanDetails.Visit::day).min(LocalDate::compareTo);
        var lines = new ArrayList<ValueLine>();
        var hasPainGoal = facts.goals().stream().anyMatch(goal -> goal.measure().equals(OutcomeMeasures.PAIN_NOW));
        if (!hasPainGoal && from.isPresent()) {
            var pain = facts.scores().measures().require(OutcomeMeasures.PAIN_NOW);
            var arrivals = facts.scores().courseSince(pain, from.get());
            lines.add(withAfter(new ValueLine(new Series("Pain on arrival", arrivals), axis(pain)), facts, from.get()));
        }
        for (var goal : facts.goals()) {
            var score = facts.scores().scoreOf(goal);
            var line = goal(goal, score);
            lines.add(
                    goal.measure().equals(OutcomeMeasures.PAIN_NOW) && from.isPresent()
                            ? withAfter(line, facts, from.get())
                            : line);
        }
        return lines;
    }

    private static ValueLine withAfter(ValueLine line, PlanTimeline.Facts facts, LocalDate from) {
        var after = facts.painAfter().stream()
                .filter(felt -> !felt.on().isBefore(from))
                .map(felt -> new DayValue(felt.on(), felt.pain()))
                .toList();
        return after.isEmpty() ? line : line.withDotted(new Series("Pain after the visit", after));
    }

    private static ValueLine goal(PlanGoal goal, GoalScores.Score score) {
        var line = new ValueLine(new Series(score.name(), score.course(goal)), axis(score.measure()));
        if (goal.target() != null) {
            line = line.withTarget(goal.target().doubleValue());
        }
        var important = score.measure().importantChange(goal.activity().isEmpty() ? 0 : 1);
        if (goal.baseline() == null || important.isEmpty()) {
            return line;
        }
        var change = important.get().doubleValue();
        var baseline = goal.baseline().doubleValue();
        return line.withBand(new ValueLine.Band(
                Math.max(score.measure().lowest(), baseline - change),
                Math.min(score.measure().highest(), baseline + change)));
    }

    private static Axis axis(OutcomeMeasure measure) {
        return Axis.of(measure.lowest(), measure.highest());
    }
}
