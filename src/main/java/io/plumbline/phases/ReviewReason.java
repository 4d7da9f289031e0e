package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.Finding.Answer;
import org.jspecify.annotations.Nullable;

/** Why the scores of a plan ask a clinician to look at it, most urgent first; clinical. */
public enum ReviewReason {
    /** Pain on arrival rose at each of the last three visits. */
    PAIN_RISING("Pain rising over 3 visits"),
    /** A goal worsened by at least the published important change since its baseline. */
    WORSENING("Worse on a goal measure"),
    /** Nothing has changed although a re-evaluation is near, or the last one of the phase found no change. */
    PLATEAU("No change on the goal measures");

    private final String label;

    ReviewReason(String label) {
        this.label = label;
    }

    /** Returns the words that clinicians see. */
    public String label() {
        return label;
    }

    /** Returns the most urgent reason; null if there is none. */
    public static @Nullable ReviewReason of(StepFacts facts) {
        if (isSo(StepCondition.PAIN_RISING, facts)) {
            return PAIN_RISING;
        }
        if (isSo(StepCondition.WORSENING, facts)) {
            return WORSENING;
        }
        return isSo(StepCondition.UNCHANGED, facts) || isUnchangedForLong(facts) ? PLATEAU : null;
    }

    private static boolean isSo(StepCondition condition, StepFacts facts) {
        return StepCondition.all(condition.ask(facts)) == Answer.YES;
    }

    /** How long nothing may change is what the phase says about its re-evaluation. */
    private static boolean isUnchangedForLong(StepFacts facts) {
        return facts.reevaluation().isSoon()
                && facts.goals().stream().anyMatch(GoalFact::isMeasuredAgain)
                && ReevaluationRules.courseOf(facts.goals()) == Course.UNCHANGED;
    }
}
