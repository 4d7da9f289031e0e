package io.plumbline.access.signin;

import org.springframework.security.authentication.BadCredentialsException;

/** Thrown if a passkey is refused: at a sign-in, or where it must prove who somebody is. */
public final class PasskeyRefused extends BadCredentialsException {
    private static final long serialVersionUID = 1L;

    private final String why;

    /**
     * @param sentence what the person is told, without a period
     * @param why the cause, in a few words for the audit trail
     */
    public PasskeyRefused(String sentence, String why) {
        super(sentence);
        this.why = why;
    }

    /** Returns what the person is told, without a period. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Returns why, in a few words for the audit trail. */
    public String why() {
        return why;
    }
}
