package io.plumbline.shared.signing;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hashes of what records say in the audit trail, for {@code audit verify}; implemented by the audit module, so that
 * other modules do not depend on it. What Hibernate writes needs no call; whoever writes a covered table by SQL makes
 * one, in the same transaction.
 */
public interface ContentTrail {
    /** Some records of a table were inserted or changed by SQL. */
    void written(String table, Collection<UUID> keys);

    /** Some records of a table will be deleted by SQL; call it before any of their rows is gone. */
    void removing(String table, Collection<UUID> keys);

    /** Returns the column with the key of the records of a table; null if neither hashes nor signatures cover it. */
    @Nullable
    String keyOf(String table);
}
