package io.plumbline.plans;

import io.plumbline.measures.ItemAnswer;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasure.Direction;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.shared.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a goal of a plan may be, by the definition of its outcome measure, and which goals the first scores suggest. */
@Component
class GoalRules {
    private static final String AVERAGE_PAIN = "NPRS_AVERAGE";
    private static final String ACTIVITIES = "PSFS";

    private final OutcomeMeasures measures;

    GoalRules(OutcomeMeasures measures) {
        this.measures = measures;
    }

    /**
     * Refuses goals that no score can reach, complete or not.
     *
     * @throws Refused if a number is outside the measure, or two goals are about the same score; the message is for the
     *     user
     * @throws IllegalArgumentException if there is no such measure
     */
    void refuseImpossible(List<PlanGoal> goals) {
        for (int i = 0; i < goals.size(); i++) {
            var goal = goals.get(i);
            requireInRange(goal, "baseline", goal.baseline());
            requireInRange(goal, "target", goal.target());
            if (goals.subList(0, i).stream().anyMatch(goal::isSameScore)) {
                throw new Refused("Two goals are about " + name(goal) + ": keep one of them");
            }
        }
    }

    /**
     * Refuses goals with which a plan cannot be activated.
     *
     * @throws Refused if one is incomplete, its target is no improvement, or it is due before the plan
     *     starts; the message is for the user
     */
    void requireComplete(List<PlanGoal> goals, @Nullable LocalDate startsOn) {
        goals.forEach(goal -> requireComplete(goal, startsOn));
    }

    private void requireComplete(PlanGoal goal, @Nullable LocalDate startsOn) {
        if (goal.baseline() == null || goal.baselineOn() == null) {
            throw new Refused("Enter the baseline of " + name(goal) + " and its day");
        }
        if (goal.target() == null || goal.dueOn() == null) {
            throw new Refused("Enter the target of " + name(goal) + " and the day by which it is due");
        }
        var isHigherBetter = measures.require(goal.measure()).direction() == Direction.HIGHER_IS_BETTER;
        var change = goal.target().compareTo(goal.baseline());
        if (isHigherBetter ? change <= 0 : change >= 0) {
            throw new Refused("The target of " + name(goal) + " must be "
                    + (isHigherBetter ? "above" : "below") + " its baseline of "
                    + goal.baseline().toPlainString());
        }
        if (startsOn != null && !goal.dueOn().isAfter(startsOn)) {
            throw new Refused("The target of " + name(goal) + " must be due after the plan starts");
        }
    }

    private void requireInRange(PlanGoal goal, String what, @Nullable BigDecimal value) {
        var measure = measures.require(goal.measure());
        if (value != null
                && (value.compareTo(BigDecimal.valueOf(measure.lowest())) < 0
                        || value.compareTo(BigDecimal.valueOf(measure.highest())) > 0)) {
            throw new Refused(
                    "The " + what + " of " + name(goal) + " is from " + measure.lowest() + " to " + measure.highest());
        }
    }

    private String name(PlanGoal goal) {
        return goal.activity().isEmpty() ? measures.require(goal.measure()).name() : "\"" + goal.activity() + "\"";
    }

    /**
     * Suggests goals from the first scores of a patient: pain, and the activity that is hardest. The target is the
     * smallest change that counts, as published.
     *
     * @param dueOn the day on which the plan ends
     */
    List<PlanGoal> suggest(List<MeasureHistory> scores, LocalDate dueOn) {
        var goals = new ArrayList<PlanGoal>();
        find(scores, AVERAGE_PAIN)
                .or(() -> find(scores, OutcomeMeasures.PAIN_NOW))
                .flatMap(history -> pain(history, dueOn))
                .ifPresent(goals::add);
        find(scores, ACTIVITIES).flatMap(history -> hardest(history, dueOn)).ifPresent(goals::add);
        return goals;
    }

    private static Optional<MeasureHistory> find(List<MeasureHistory> scores, String measure) {
        return scores.stream()
                .filter(history -> history.measure().code().equals(measure))
                .findFirst();
    }

    private static Optional<PlanGoal> pain(MeasureHistory history, LocalDate dueOn) {
        var now = history.latest();
        return goal(history.measure(), "", now.result().score(), now.measuredOn(), dueOn);
    }

    private static Optional<PlanGoal> hardest(MeasureHistory history, LocalDate dueOn) {
        return history.latest().result().answers().items().stream()
                .min(Comparator.comparing(ItemAnswer::value))
                .flatMap(answer -> goal(
                        history.measure(),
                        answer.item(),
                        answer.value(),
                        history.latest().measuredOn(),
                        dueOn));
    }

    /** Returns no goal where the score leaves nothing to improve. */
    private static Optional<PlanGoal> goal(
            OutcomeMeasure measure, String activity, BigDecimal baseline, LocalDate on, LocalDate dueOn) {
        return measure.importantChange(activity.isEmpty() ? 0 : 1).flatMap(change -> {
            var target = measure.direction() == Direction.HIGHER_IS_BETTER
                    ? baseline.add(change).min(BigDecimal.valueOf(measure.highest()))
                    : baseline.subtract(change).max(BigDecimal.valueOf(measure.lowest()));
            return target.compareTo(baseline) == 0
                    ? Optional.empty()
                    : Optional.of(new PlanGoal(measure.code(), activity, baseline, on, target, dueOn));
        });
    }
}
