package io.plumbline.patients.migration;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientTokens;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the patients of a store that is older than the search their tokens; the rules of names are Java's. */
@Component
class PatientsFoundByWords implements JavaMigration {
    private static final int AT_ONCE = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("020.1");
    }

    @Override
    public String getDescription() {
        return "patients found by words";
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
            last = tokensAfter(context.getConnection(), last);
        }
    }

    /** The last patient who got tokens, or null where there was none any more. */
    private static byte @Nullable [] tokensAfter(Connection store, byte[] after) throws SQLException {
        byte[] last = null;
        try (var asked = store.prepareStatement("""
                        select p.id, p.patient_number, p.given_name, p.family_name, p.birth_date, p.phone, p.email,
                            c.clinic_id, c.sort_key
                        from (select * from patient where id > ? order by id limit ?) p
                        left join patient_clinic c on c.patient_id = p.id order by p.id""");
                var written = store.prepareStatement(
                        "insert into patient_token (clinic_id, token, sort_key, patient_id) values (?, ?, ?, ?)")) {
            asked.setBytes(1, after);
            asked.setInt(2, AT_ONCE);
            try (var patients = asked.executeQuery()) {
                while (patients.next()) {
                    last = patients.getBytes("id");
                    if (patients.getBytes("clinic_id") != null) {
                        addTokens(patients, written);
                    }
                }
            }
            written.executeBatch();
        }
        return last;
    }

    private static void addTokens(ResultSet patient, PreparedStatement written) throws SQLException {
        var phone = patient.getString("phone");
        var email = patient.getString("email");
        var draft = new PatientDraft(
                patient.getString("given_name"),
                patient.getString("family_name"),
                patient.getObject("birth_date", LocalDate.class),
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email));
        for (var token : PatientTokens.of(draft, patient.getLong("patient_number"))) {
            written.setBytes(1, patient.getBytes("clinic_id"));
            written.setString(2, token);
            written.setString(3, patient.getString("sort_key"));
            written.setBytes(4, patient.getBytes("id"));
            written.addBatch();
        }
    }
}
