package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if a record contradicts itself or other patient data: the author answers each contradiction before signing.
 */
public class ChecksToAnswer extends Refused {
    private static final long serialVersionUID = 1L;

    private final transient List<SigningCheck> checks;

    ChecksToAnswer(List<SigningCheck> checks) {
        super("To be answered first: "
                + checks.stream().map(SigningCheck::question).collect(Collectors.joining(" ")));
        this.checks = List.copyOf(checks);
    }

    /** Returns the checks without an answer. */
    public List<SigningCheck> checks() {
        return checks;
    }
}
