package io.plumbline.access.factors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey in the list of its owner.
 *
 * @param label the name that its owner gave it
 * @param lastUsedAt when it was last used to sign in, or null if it was not used yet
 */
public record PasskeyRow(
        PasskeyId id,
        String label,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
