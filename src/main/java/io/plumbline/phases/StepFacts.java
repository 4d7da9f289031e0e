package io.plumbline.phases;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.shared.FlagLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step decision is made from.
 *
 * @param rules those of the active phase
 * @param startedOn the day on which the active phase started
 * @param today the day at the clinic
 * @param delivered how many visits of the phase are delivered
 * @param hasNext whether a phase comes after the active one
 * @param flag the level of the most urgent open flag; null if there is none
 * @param pain pain on arrival since the plan started, oldest first, 0 to 10
 * @param visitsSinceStart how many visits of the plan are delivered
 * @param functionGain by how many points the mean of the patient's activities is above its baseline; null if it was not
 *     measured again
 * @param goals those of the plan
 * @param reevaluation the state of the re-evaluation
 */
public record StepFacts(
        PhaseRules rules,
        LocalDate startedOn,
        LocalDate today,
        int delivered,
        boolean hasNext,
        @Nullable FlagLevel flag,
        List<Integer> pain,
        int visitsSinceStart,
        @Nullable BigDecimal functionGain,
        List<GoalFact> goals,
        Reevaluation reevaluation) {
    public StepFacts {
        pain = List.copyOf(pain);
        goals = List.copyOf(goals);
    }

    /**
     * The re-evaluation of a phase.
     *
     * @param dueOn the day from which one is due, by days or by visits
     * @param isSoon whether four fifths of the days or visits until then have passed
     * @param lastOn the day of the last one in this phase; null if there was none
     * @param lastCourse what the last one in this phase found; null if there was none
     */
    public record Reevaluation(
            LocalDate dueOn,
            boolean isSoon,
            @Nullable LocalDate lastOn,
            @Nullable Course lastCourse) {}

    /** Returns whether a re-evaluation is due. */
    public boolean isReevaluationDue() {
        return !today.isBefore(reevaluation.dueOn());
    }
}
