package io.plumbline.access.signin;

import org.springframework.security.core.context.SecurityContextHolder;

/** Reads what the current user was to be told at sign-in, from the session and without a query. */
public final class OwnNotice {
    private OwnNotice() {}

    /** Returns the notice of the current user's sign-in. */
    public static FactorNotice ofCurrentUser() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getDetails() instanceof SignInDetails details
                ? details.notice()
                : FactorNotice.NONE;
    }
}
