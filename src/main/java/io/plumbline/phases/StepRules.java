package io.plumbline.phases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the step decision, as versioned data with a source. The first rule that applies proposes. No course that
 * worsens is answered with more of the same care.
 *
 * @param approvedBy the clinic's licensed lead who has approved them; null while nobody has
 */
public record StepRules(
        String version, String source, @Nullable String approvedBy, StepThresholds thresholds, List<StepRule> rules) {
    /** The row that names a fact of the exit that is missing. */
    public static final int EXIT_NOT_KNOWN = 11;

    /** @throws IllegalArgumentException if no last rule applies always, or the rows are not in order */
    public StepRules {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || !rules.getLast().when().isEmpty()) {
            throw new IllegalArgumentException("The last step rule must apply always");
        }
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).row() < rules.get(i - 1).row()) {
                throw new IllegalArgumentException("Step rule " + rules.get(i).row() + " stands after "
                        + rules.get(i - 1).row());
            }
        }
    }

    /** Returns what the facts propose. */
    public StepProposal propose(StepFacts facts) {
        var worsening = Worsening.of(facts, thresholds);
        var known = new LinkedHashSet<Finding>();
        for (var rule : rules) {
            var findings = new ArrayList<Finding>();
            var holds = true;
            for (var condition : rule.when()) {
                var judged = condition.ask(facts, worsening);
                findings.addAll(judged.findings());
                holds &= judged.holds();
            }
            known.addAll(findings);
            if (holds) {
                return new StepProposal(
                        rule.row(),
                        rule.propose(),
                        rule.beside(),
                        rule.why(),
                        rule.review(),
                        worsening.isWorse(),
                        List.copyOf(known),
                        version);
            }
        }
        throw new IllegalStateException("The last step rule applies always");
    }
}
