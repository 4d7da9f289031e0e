package io.plumbline.shared.signing;

import io.plumbline.shared.Refused;
import java.util.List;

/** Thrown if a record cannot be signed yet because required parts are missing. */
public class NotReadyToSign extends Refused {
    private static final long serialVersionUID = 1L;

    private final List<String> missing;

    public NotReadyToSign(List<String> missing) {
        super("Still missing before it can be signed: " + String.join(", ", missing));
        this.missing = List.copyOf(missing);
    }

    /** Returns the missing parts, each named as on the screen. */
    public List<String> missing() {
        return missing;
    }
}
