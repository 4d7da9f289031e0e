package io.plumbline.intake.contraindications;

import io.plumbline.intake.IntakeMore;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a patient's signed intake notes say beside their columns, in one statement. */
@Repository
class SignedAnswersQuery {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SignedAnswersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record SignedAnswers(IntakeId note, ClinicId clinic, Instant signedAt, IntakeMore more) {}

    /** Returns the latest signed notes, each in its newest version, that of the latest assessment first: an old one that was amended stays old. */
    List<SignedAnswers> find(PatientId patient, int most) {
        return jdbc.sql("""
                select id, clinic_id, signed_at, more from intake_note
                where patient_id = :patient and signed_at is not null and not exists (
                    select 1 from intake_note later
                    where later.amends_id = intake_note.id and later.signed_at is not null)
                order by patient_id desc, created_at desc, id desc limit :most""")
                .param("patient", Ids.bytes(patient.value()))
                .param("most", most)
                .query((row, n) -> new SignedAnswers(
                        new IntakeId(Ids.uuid(row.getBytes("id"))),
                        new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                        Utc.in(row, "signed_at"),
                        more(row.getString("more"))))
                .list();
    }

    private static IntakeMore more(@Nullable String column) {
        return column == null ? IntakeMore.EMPTY : JSON.readValue(column, IntakeMore.class);
    }
}
