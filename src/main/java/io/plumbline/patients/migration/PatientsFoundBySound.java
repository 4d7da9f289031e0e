package io.plumbline.patients.migration;

import io.plumbline.shared.search.SoundOfName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the patients of a store that is older than the comparison with leads the sound of their names. */
@Component
class PatientsFoundBySound implements JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("044.1");
    }

    @Override
    public String getDescription() {
        return "patients found by sound";
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
            last = soundsAfter(context.getConnection(), last);
        }
    }

    /** The last patient whose name was listened to, or null where there was none any more. */
    private static byte @Nullable [] soundsAfter(Connection store, byte[] after) throws SQLException {
        byte[] last = null;
        try (var asked = store.prepareStatement("""
                        select p.id, p.given_name, p.family_name, c.clinic_id, c.sort_key
                        from (select * from patient where id > ? order by id limit ?) p
                        left join patient_clinic c on c.patient_id = p.id order by p.id""");
                // one that came here by an older migration has it already
                var written = store.prepareStatement(
                        "insert ignore into patient_token (clinic_id, token, sort_key, patient_id) values (?, ?, ?, ?)")) {
            asked.setBytes(1, after);
            asked.setInt(2, AT_ONCE);
            try (var patients = asked.executeQuery()) {
                while (patients.next()) {
                    last = patients.getBytes("id");
                    addSounds(patients, written);
                }
            }
            written.executeBatch();
        }
        return last;
    }

    private static void addSounds(ResultSet patient, PreparedStatement written) throws SQLException {
        if (patient.getBytes("clinic_id") == null) {
            return;
        }
        var name = patient.getString("given_name") + " " + patient.getString("family_name");
        var sound = SoundOfName.token(name);
        if (sound.isPresent()) {
            written.setBytes(1, patient.getBytes("clinic_id"));
            written.setString(2, sound.get());
            written.setString(3, patient.getString("sort_key"));
            written.setBytes(4, patient.getBytes("id"));
            written.addBatch();
        }
    }
}
