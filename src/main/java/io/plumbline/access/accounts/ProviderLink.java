package io.plumbline.access.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account is known to the provider of single sign-on.
 *
 * @param email the address by which an administrator expects the person, or null if none was entered
 * @param linkedAt when the person first signed in, or null if they have not
 */
public record ProviderLink(@Nullable String email, @Nullable Instant linkedAt) {
    static final ProviderLink NONE = new ProviderLink(null, null);
}
