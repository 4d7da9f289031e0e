package io.plumbline.shared;

import java.util.List;
import java.util.stream.Collectors;

/** A record contradicts itself, or what is known of the patient: its author answers each contradiction before signing. */
public class ChecksToAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SigningCheck> checks;

    public ChecksToAnswer(List<SigningCheck> checks) {
        super("To be answered before it is signed: "
                + checks.stream().map(SigningCheck::question).collect(Collectors.joining(" ")));
        this.checks = List.copyOf(checks);
    }

    /** What has no answer yet. */
    public List<SigningCheck> checks() {
        return checks;
    }
}
