package io.plumbline.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Protects the audit table on H2; for MySQL the same is written in SQL. A row is never deleted and changes only once:
 * when the chain job fills {@code seq} and {@code chain}, its last two columns, from null.
 */
public final class AuditLock implements Trigger {
    private static final int CHAIN_COLUMNS = 2;

    /**
     * @throws SQLException if the change is anything but chaining a row
     */
    @Override
    public void fire(Connection connection, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after)
            throws SQLException {
        if (before == null || after == null || !isChaining(before, after)) {
            throw new SQLException("The audit trail is append-only", "45000");
        }
    }

    private static boolean isChaining(@Nullable Object[] before, @Nullable Object[] after) {
        var kept = before.length - CHAIN_COLUMNS;
        for (int column = 0; column < before.length; column++) {
            var allowed = column < kept
                    ? Objects.deepEquals(before[column], after[column])
                    : before[column] == null && after[column] != null;
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
