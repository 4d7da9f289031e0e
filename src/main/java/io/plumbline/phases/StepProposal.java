package io.plumbline.phases;

import io.plumbline.phases.Finding.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the facts propose for a plan.
 *
 * @param step null if facts are missing
 * @param why the reason, as a sentence; empty if facts are missing
 * @param facts those that were used, and those that are missing, each once
 * @param rulesVersion the version of the rules that proposed it
 */
public record StepProposal(@Nullable Step step, String why, List<Finding> facts, String rulesVersion) {
    public StepProposal {
        // a rule and the exit criteria may use the same fact
        var once = new LinkedHashMap<String, Finding>();
        facts.forEach(fact -> once.put(fact.words(), fact));
        facts = List.copyOf(once.values());
    }

    /** Returns the facts that are missing. */
    public List<Finding> missing() {
        return facts.stream().filter(fact -> fact.answer() == Answer.MISSING).toList();
    }

    /** Returns the facts as text, to be kept with a decision. */
    public String words() {
        return facts.stream().map(Finding::words).collect(Collectors.joining(". "));
    }
}
