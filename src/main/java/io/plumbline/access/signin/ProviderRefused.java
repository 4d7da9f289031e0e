package io.plumbline.access.signin;

import org.springframework.security.authentication.BadCredentialsException;

/** Thrown if a single sign-on is refused. */
public final class ProviderRefused extends BadCredentialsException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String username;

    /**
     * @param sentence what the person is told, without the last period
     * @param why the cause, in a few words for the audit trail
     */
    public ProviderRefused(String sentence, String why) {
        this(sentence, why, "");
    }

    /** @param username of the account that the person has; the other parameters are those of the other constructor */
    public ProviderRefused(String sentence, String why, String username) {
        super(sentence);
        this.why = why;
        this.username = username;
    }

    /** Returns the user name of the account; empty if there is none. */
    public String username() {
        return username;
    }

    /** Returns why, in a few words for the audit trail. */
    public String why() {
        return why;
    }
}
