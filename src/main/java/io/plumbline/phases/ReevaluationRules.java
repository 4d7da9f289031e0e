package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the goals of a plan with their baseline, and what a re-evaluation may decide. */
public final class ReevaluationRules {
    /** How old the scores of a re-evaluation may be, in days. */
    public static final int NEWEST_DAYS = 14;

    private ReevaluationRules() {}

    /** Returns the goals that were not measured in the last {@link #NEWEST_DAYS} days. */
    public static List<GoalFact> notMeasured(List<GoalFact> goals, LocalDate today) {
        return goals.stream()
                .filter(goal -> goal.measuredOn() == null || goal.measuredOn().isBefore(today.minusDays(NEWEST_DAYS)))
                .toList();
    }

    /**
     * Returns the course of all goals: worsening if one is, otherwise improving if one is. A goal that has no published
     * important change counts as improving if it is reached, otherwise as unchanged.
     */
    public static Course courseOf(List<GoalFact> goals) {
        if (goals.stream().anyMatch(goal -> goal.course() == Course.WORSENING)) {
            return Course.WORSENING;
        }
        return goals.stream().anyMatch(goal -> goal.course() == Course.IMPROVING || goal.isReached())
                ? Course.IMPROVING
                : Course.UNCHANGED;
    }

    /**
     * Returns whether care may go on after a re-evaluation: where a goal improves, in maintenance also where nothing has
     * changed, and with a reason after a patient who was worse was examined.
     */
    public static boolean mayContinue(Course course, PlanPhase phase, boolean isExamination) {
        return course == Course.IMPROVING || isExamination || course == Course.UNCHANGED && phase == PlanPhase.MAINTAIN;
    }

    /**
     * Refuses a re-evaluation without new scores, and care that goes on although it changed nothing.
     *
     * @param mayContinue see {@link #mayContinue}
     * @throws Refused if a goal was not measured lately, or the decision is to continue and it may not be; the message is for
     *     the user
     */
    public static void refuse(
            List<GoalFact> goals, LocalDate today, ReevaluationDecision decision, boolean mayContinue) {
        var missing = notMeasured(goals, today);
        if (!missing.isEmpty()) {
            throw new Refused("Record "
                    + missing.stream().map(GoalFact::name).collect(Collectors.joining(", "))
                    + " first: a re-evaluation compares scores of the last " + NEWEST_DAYS + " days");
        }
        var course = courseOf(goals);
        if (decision == ReevaluationDecision.CONTINUE && !mayContinue) {
            throw new Refused(
                    course == Course.UNCHANGED
                            ? "Nothing has changed: change the plan, refer or discharge the patient"
                            : "A goal measure has worsened: change the plan, refer or discharge the patient");
        }
    }
}
