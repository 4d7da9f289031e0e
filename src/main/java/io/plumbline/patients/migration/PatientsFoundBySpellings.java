package io.plumbline.patients.migration;

import io.plumbline.patients.PatientTokens;
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

/** Gives the patients of an older store the tokens of the further spellings of their names; the rules of names are Java's. */
@Component
class PatientsFoundBySpellings implements JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("152.1");
    }

    @Override
    public String getDescription() {
        return "patients found by spellings";
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
                        select p.id, p.given_name, p.family_name, p.preferred_name, p.former_name, c.clinic_id, c.sort_key
                        from (select * from patient where id > ? order by id limit ?) p
                        left join patient_clinic c on c.patient_id = p.id order by p.id""");
                // most tokens are there
                var written = store.prepareStatement(
                        "insert ignore into patient_token (clinic_id, token, sort_key, patient_id) values (?, ?, ?, ?)")) {
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
        var names = String.join(
                " ",
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("preferred_name"),
                row.getString("former_name"));
        if (row.getBytes("clinic_id") == null || NameSpellings.further(names).isEmpty()) {
            return;
        }
        for (var token : PatientTokens.ofNames(names)) {
            written.setBytes(1, row.getBytes("clinic_id"));
            written.setString(2, token);
            written.setString(3, row.getString("sort_key"));
            written.setBytes(4, row.getBytes("id"));
            written.addBatch();
        }
    }
}
