package io.plumbline.plans;

import io.plumbline.shared.signing.SigningCheck;
import java.util.List;

/**
 * What is asked before a plan is activated although something stands against it.
 *
 * @param cautions what stands against it, in words, the most urgent first
 * @param check the question with its choices
 */
public record ActivationQuestion(List<String> cautions, SigningCheck check) {
    public ActivationQuestion {
        cautions = List.copyOf(cautions);
    }

    /** Returns the cautions for which the question had no room. */
    public List<String> unnamed() {
        return cautions.stream()
                .filter(caution -> !check.question().contains(caution))
                .toList();
    }
}
