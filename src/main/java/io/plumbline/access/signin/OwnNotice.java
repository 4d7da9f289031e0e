package io.plumbline.access.signin;

import org.springframework.security.core.context.SecurityContextHolder;

/** Reads what the caller was to be told at sign-in, from the session and without a query. */
public final class OwnNotice {
    private OwnNotice() {}

    /** Returns the notice of the caller's sign-in. */
    public static FactorNotice ofCaller() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getDetails() instanceof SignInDetails details
                ? details.notice()
                : FactorNotice.NONE;
    }
}
