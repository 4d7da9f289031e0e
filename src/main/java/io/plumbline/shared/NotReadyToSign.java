package io.plumbline.shared;

import java.util.List;

/** A record cannot be signed yet: it lacks what a signed one must have, each named as on the screen. */
public class NotReadyToSign extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReadyToSign(List<String> missing) {
        super("Still missing before it can be signed: " + String.join(", ", missing));
    }
}
