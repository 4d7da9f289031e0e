package io.plumbline.access.signin;

import org.springframework.security.core.AuthenticationException;

/** Thrown if the password was right and a second step must follow. Nobody is signed in. */
public final class CodeNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final HalfSignIn half;

    public CodeNeeded(HalfSignIn half) {
        super("A second step is needed");
        this.half = half;
    }

    /** Returns the sign-in to complete. */
    public HalfSignIn half() {
        return half;
    }
}
