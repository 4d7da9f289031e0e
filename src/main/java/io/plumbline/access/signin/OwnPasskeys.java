package io.plumbline.access.signin;

import io.plumbline.shared.ids.StaffId;

/** Asks somebody who is signed in for one of their passkeys. Implemented by {@code access.factors}. */
public interface OwnPasskeys {
    /** Returns whether an account has a passkey. */
    boolean isAny(StaffId account);

    /**
     * Returns what a browser is asked to sign with a passkey of an account, as JSON.
     *
     * @param session the id of the session, which must send the answer
     */
    String ask(StaffId account, String session);

    /**
     * Checks an answer. A right one is used up.
     *
     * @throws PasskeyRefused if it is not right, or the passkey is another person's
     */
    void check(StaffId account, String answer, String session);
}
