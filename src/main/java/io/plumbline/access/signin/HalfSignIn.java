package io.plumbline.access.signin;

import io.plumbline.shared.ids.StaffId;
import java.io.Serializable;

/**
 * A sign-in whose password was right and that still needs the second step. It grants nothing.
 *
 * @param password the password that was given, so that a change of it ends this sign-in
 * @param hasFactor whether a code is needed; otherwise two-step sign-in must be set up first
 */
public record HalfSignIn(StaffId account, String username, PasswordInUse password, boolean hasFactor)
        implements Serializable {
    /** Creates the half sign-in of an account whose password was right. */
    public static HalfSignIn of(StaffUser user, boolean hasFactor) {
        return new HalfSignIn(user.currentUser().staff(), user.getUsername(), user.password(), hasFactor);
    }
}
