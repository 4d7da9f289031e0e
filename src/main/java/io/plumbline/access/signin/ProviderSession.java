package io.plumbline.access.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a session keeps about its single sign-on. It keeps no token.
 *
 * @param provedAt when the person last proved to the provider who they are, or null if the provider did not say
 */
public record ProviderSession(@Nullable Instant provedAt) implements Serializable {
    /** Returns what the current user's session keeps; empty if the current user signed in without the provider. */
    public static Optional<ProviderSession> ofCurrentUser() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Returns what the session of a sign-in keeps; empty if it was without the provider. */
    public static Optional<ProviderSession> of(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getDetails() instanceof SignInDetails details
                ? Optional.ofNullable(details.provider())
                : Optional.empty();
    }
}
