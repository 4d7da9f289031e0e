package io.plumbline.access.signin;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Thrown if too many passwords are being checked, so that this one was not: it may be correct. */
public final class PasswordNotLookedAt extends AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    PasswordNotLookedAt() {
        super("Many people are signing in right now, so your password was not checked. Try again in ten seconds");
    }
}
