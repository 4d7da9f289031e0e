package io.plumbline.access.signin;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told about two-step sign-in after signing in.
 *
 * @param setUpBy until when a role of the person allows signing in by password alone, or null if there is no limit
 * @param resetAt when two-step sign-in was removed by a one-time link, or null
 * @param refusedAt when the last of many wrong codes was entered after the right password, or null
 * @param refused how many they were
 */
public record FactorNotice(
        @Nullable Instant setUpBy,
        @Nullable Instant resetAt,
        @Nullable Instant refusedAt,
        int refused) implements Serializable {
    public static final FactorNotice NONE = new FactorNotice(null, null, null, 0);

    /** Returns whether there is nothing to tell. */
    public boolean isEmpty() {
        return setUpBy == null && resetAt == null && refusedAt == null;
    }
}
