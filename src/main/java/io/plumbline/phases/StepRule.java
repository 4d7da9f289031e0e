package io.plumbline.phases;

import java.util.List;

/**
 * One rule of the step decision.
 *
 * @param when what must hold, all of it; empty if the rule always applies
 * @param why the reason, as a sentence
 */
public record StepRule(String id, List<StepCondition> when, Step propose, String why) {
    public StepRule {
        when = List.copyOf(when);
    }
}
