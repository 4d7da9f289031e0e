package io.plumbline.leads.migration;

import io.plumbline.shared.search.NameSpellings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the leads of an older store the tokens of the further spellings of their names; the rules of names are Java's. */
@Component
class LeadsFoundBySpellings implements JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("152.2");
    }

    @Override
    public String getDescription() {
        return "leads found by spellings";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        byte @Nullable [] last = new byte[16];
        while (last != null) {
            last = spelledAfter(context.getConnection(), last);
        }
    }

    /** The last one whose names were read, or null where there was none any more. */
    private static byte @Nullable [] spelledAfter(Connection store, byte[] after) throws SQLException {
        byte[] last = null;
        try (var asked = store.prepareStatement("""
                        select id, queue_id, full_name from consultation_lead where id > ? order by id limit ?""");
                // most tokens are there
                var written = store.prepareStatement(
                        "insert ignore into lead_token (lead_id, queue_id, token) values (?, ?, ?)")) {
            asked.setBytes(1, after);
            asked.setInt(2, AT_ONCE);
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    last = rows.getBytes("id");
                    add(rows, written);
                }
            }
            written.executeBatch();
        }
        return last;
    }

    private static void add(ResultSet row, PreparedStatement written) throws SQLException {
        for (var token : NameSpellings.further(row.getString("full_name"))) {
            written.setBytes(1, row.getBytes("id"));
            written.setBytes(2, row.getBytes("queue_id"));
            written.setString(3, token);
            written.addBatch();
        }
    }
}
