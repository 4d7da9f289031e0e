package io.plumbline.phases;

import java.util.List;

/**
 * Whether a patient is worse, judged once for all questions about a course.
 *
 * @param sinceStart what says that they are worse than at the start, since the last examination or revision
 * @param sinceBest what says that they are worse than they were, since then
 */
record Worsening(List<Finding> sinceStart, List<Finding> sinceBest) {
    Worsening {
        sinceStart = List.copyOf(sinceStart);
        sinceBest = List.copyOf(sinceBest);
    }

    static Worsening of(StepFacts facts, StepThresholds limits) {
        return new Worsening(WorseningRules.sinceStart(facts, limits), WorseningRules.sinceBest(facts, limits));
    }

    boolean isWorse() {
        return !sinceStart.isEmpty() || !sinceBest.isEmpty();
    }
}
