package io.plumbline.phases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the step decision, as versioned data with a source. The first rule that applies proposes.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
public record StepRules(
        String version, String source, @Nullable String approvedBy, List<StepRule> rules) {
    /** @throws IllegalArgumentException if no last rule applies always */
    public StepRules {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || !rules.getLast().when().isEmpty()) {
            throw new IllegalArgumentException("The last step rule must apply always");
        }
    }

    /**
     * Returns what the facts propose. If a rule cannot be judged because a fact is missing, nothing is proposed, since
     * the rules after it hold only where it does not.
     */
    public StepProposal propose(StepFacts facts) {
        var known = new LinkedHashSet<Finding>();
        for (var rule : rules) {
            var findings = new ArrayList<Finding>();
            rule.when().forEach(condition -> findings.addAll(condition.ask(facts)));
            known.addAll(findings);
            switch (StepCondition.all(findings)) {
                case YES -> {
                    return new StepProposal(rule.propose(), rule.why(), List.copyOf(known), version);
                }
                case MISSING -> {
                    return new StepProposal(null, "", List.copyOf(known), version);
                }
                case NO -> {}
            }
        }
        throw new IllegalStateException("The last step rule applies always");
    }
}
