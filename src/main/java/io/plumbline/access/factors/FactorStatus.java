package io.plumbline.access.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two-step sign-in of an account.
 *
 * @param since when it was set up, or null if it is off
 * @param codesLeft how many recovery codes were not used yet, 0 to 10
 * @param isRequired whether a role of the account requires it
 */
public record FactorStatus(@Nullable Instant since, int codesLeft, boolean isRequired) {
    /** Returns whether two-step sign-in is on. */
    public boolean isOn() {
        return since != null;
    }
}
