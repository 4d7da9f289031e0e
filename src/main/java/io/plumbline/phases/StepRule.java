package io.plumbline.phases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the step decision.
 *
 * @param row its place in the order of questions, from 1; what a row proposes may differ by more than one rule
 * @param when what must hold, all of it; empty if the rule always applies
 * @param propose null if a fact is missing without which nothing is proposed
 * @param beside what may be decided as well, without counting as different from what is proposed
 * @param why the reason, as a sentence
 * @param review what asks a clinician to look at the plan; null if nothing does
 */
public record StepRule(
        int row,
        List<StepCondition> when,
        @Nullable Step propose,
        List<Step> beside,
        String why,
        @Nullable ReviewReason review) {
    public StepRule {
        when = List.copyOf(when);
        beside = beside == null ? List.of() : List.copyOf(beside);
    }
}
