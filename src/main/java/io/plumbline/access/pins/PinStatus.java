package io.plumbline.access.pins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The signing PIN of a person.
 *
 * @param since when it was set, or null if there is none
 * @param isOff whether wrong tries disabled it until the password is given
 */
public record PinStatus(@Nullable Instant since, boolean isOff) {
    /** Returns whether there is a signing PIN. */
    public boolean isSet() {
        return since != null;
    }
}
