package io.plumbline.access.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two-step sign-in of an account.
 *
 * @param appSince when an authenticator app was set up, or null if there is none
 * @param passkeys how many passkeys there are
 * @param codesLeft how many recovery codes were not used yet, 0 to 10
 * @param isRequired whether a role of the account requires it
 */
public record FactorStatus(@Nullable Instant appSince, int passkeys, int codesLeft, boolean isRequired) {
    /** Returns whether two-step sign-in is on. */
    public boolean isOn() {
        return appSince != null || passkeys > 0;
    }
}
