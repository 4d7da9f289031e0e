package io.plumbline.access.breakglass;

import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;

/**
 * The reason for break-glass access, in words that a reviewer can assess.
 *
 * @throws Refused if {@link ReasonWords} refuses it, with a message for the user
 */
public record BreakGlassReason(String text) {
    public BreakGlassReason {
        text = ReasonWords.require("The reason", text);
    }
}
