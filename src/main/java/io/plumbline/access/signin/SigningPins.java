package io.plumbline.access.signin;

import io.plumbline.shared.ids.StaffId;

/** Checks the six digits that prove who signs a record or unlocks a screen. Implemented by {@code access.pins}. */
public interface SigningPins {
    /** What came of a try. */
    enum Answer {
        /** The PIN is right. */
        RIGHT,
        /** The PIN is wrong. */
        WRONG,
        /** The PIN is wrong, and disabled from now on until the password is given. */
        LAST_WRONG,
        /** Too many wrong tries disabled the PIN until the password is given. */
        OFF,
        /** The account has no PIN. */
        NONE
    }

    /** Checks a PIN; a wrong one counts on all nodes together. Holds no database connection while it hashes. */
    Answer check(StaffId account, String typed);

    /** Enables a PIN again that wrong tries had disabled, because its owner gave the password. */
    void passwordGiven(StaffId account);
}
