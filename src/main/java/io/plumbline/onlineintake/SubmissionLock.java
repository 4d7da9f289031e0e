package io.plumbline.onlineintake;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * Locks what was submitted by an online intake in the H2 store: no row is changed or deleted. The MySQL store has the same
 * triggers in SQL. Once in a migration, this class keeps its name.
 */
public final class SubmissionLock implements Trigger {
    /** @throws SQLException always */
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        throw new SQLException("Signed: it is corrected by an addition, never changed", "45000");
    }
}
