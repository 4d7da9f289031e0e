package io.plumbline.intake.contraindications;

import io.plumbline.intake.IntakeMore;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a patient's signed intake notes say about contraindications, with what a chiropractor decided on those that
 * were left to one, in one statement.
 */
@Repository
class SignedAnswersQuery {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, ContraindicationAnswer>> DECIDED = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SignedAnswersQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record SignedAnswers(
            IntakeId note, ClinicId clinic, Instant signedAt, SortedMap<String, ContraindicationAnswer> answers) {}

    /**
     * Returns all signed notes, each in its newest version, that of the latest assessment first: an old one that was
     * amended stays old. Of a note without contraindications only that it is signed is read, which keeps the answer small
     * for a patient with many notes.
     */
    List<SignedAnswers> find(Collection<PatientId> records) {
        return jdbc.sql("""
                select n.id, n.clinic_id, n.signed_at, c.decided,
                    case when n.more like '%%"contraindications"%%' then n.more end as more
                from intake_note n
                left join intake_note_conclusion c on c.note_id = n.id
                where n.patient_id in (:patients) and n.signed_at is not null and not exists (
                    select 1 from intake_note later
                    where later.patient_id = n.patient_id and later.amends_id = n.id and later.signed_at is not null)
                order by %s""".formatted(RecordOrder.by(records, "n.patient_id desc", "n.created_at desc, n.id desc")))
                .param("patients", records)
                .query((row, n) -> new SignedAnswers(
                        new IntakeId(Ids.uuid(row.getBytes("id"))),
                        new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                        Utc.in(row, "signed_at"),
                        answers(row.getString("more"), row.getString("decided"))))
                .list();
    }

    private static SortedMap<String, ContraindicationAnswer> answers(@Nullable String more, @Nullable String decided) {
        var answers = new TreeMap<String, ContraindicationAnswer>();
        if (more != null) {
            answers.putAll(JSON.readValue(more, IntakeMore.class).contraindications());
        }
        if (decided != null) {
            answers.putAll(JSON.readValue(decided, DECIDED));
        }
        return answers;
    }
}
