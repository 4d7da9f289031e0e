package io.plumbline.shared;

import java.util.List;

/** A record cannot be signed yet: it lacks what a signed one must have, each named as on the screen. */
public class NotReadyToSign extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> missing;

    public NotReadyToSign(List<String> missing) {
        super("Still missing before it can be signed: " + String.join(", ", missing));
        this.missing = List.copyOf(missing);
    }

    /** What is missing, each as the screen names it. */
    public List<String> missing() {
        return missing;
    }
}
