package io.plumbline.onlineintake;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores what patients and leads have saved and not yet submitted. */
@Component
class FormDraftStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<SortedMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    FormDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FormAnswers find(OnlineIntakeId intake) {
        return jdbc.sql("select answers from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(intake.value()))
                .query((row, n) -> new FormAnswers(JSON.readValue(row.getString("answers"), FIELDS)))
                .optional()
                .orElse(FormAnswers.NONE);
    }

    /** Returns the key of the passes that may show what is saved; empty if nothing is. */
    Optional<String> findKey(OnlineIntakeId intake) {
        return jdbc.sql("select pass_key from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(intake.value()))
                .query(String.class)
                .optional();
    }

    /** @param key of the pass by which it is saved; the first one stays */
    void save(OnlineIntakeId intake, FormAnswers answers, String key, Instant at) {
        var json = JSON.writeValueAsString(answers.fields());
        var updated = jdbc.sql("update online_intake_draft set answers = ?, saved_at = ? where intake_id = ?")
                .params(json, Utc.of(at), Ids.bytes(intake.value()))
                .update();
        if (updated == 0) {
            jdbc.sql("insert into online_intake_draft (intake_id, answers, pass_key, saved_at) values (?, ?, ?, ?)")
                    .params(Ids.bytes(intake.value()), json, key, Utc.of(at))
                    .update();
        }
    }

    /**
     * What was saved by older links.
     *
     * @param fromClinic whether some of it was saved from the clinic
     */
    record Taken(FormAnswers answers, boolean fromClinic) {
        private static final Taken NOTHING = new Taken(FormAnswers.NONE, false);
    }

    /**
     * Returns what a patient saved last by any link of their records and did not submit, and deletes it. What was saved by
     * a link that went to their own address goes before what was saved by another.
     */
    Taken take(Collection<PatientId> records) {
        return take("i.patient_id in (:whose)", Ids.bytes(records, PatientId::value));
    }

    /** Does the same as {@link #take} for a lead. */
    Taken takeOfLead(LeadId lead) {
        return take("i.patient_id is null and i.lead_id in (:whose)", List.of(Ids.bytes(lead.value())));
    }

    private Taken take(String condition, List<byte[]> whose) {
        var saved = jdbc.sql("""
            select d.intake_id, i.from_clinic from online_intake_draft d join online_intake i on i.id = d.intake_id
            where %s
            order by case when i.unproven is null then 0 else 1 end, d.saved_at desc, d.intake_id desc""".formatted(condition))
                .param("whose", whose)
                .query((row, n) -> Map.entry(
                        new OnlineIntakeId(Ids.uuid(row.getBytes("intake_id"))), row.getBoolean("from_clinic")))
                .list();
        if (saved.isEmpty()) {
            return Taken.NOTHING;
        }
        var first = saved.getFirst();
        var taken = new Taken(find(first.getKey()), first.getValue());
        saved.forEach(one -> delete(one.getKey()));
        return taken;
    }

    /**
     * What was saved by a link that has expired.
     *
     * @param patient null for a lead
     */
    record Left(OnlineIntakeId intake, @Nullable PatientId patient) {}

    List<Left> findExpired(Instant before, int most) {
        return jdbc.sql("""
            select i.id, i.patient_id from online_intake_draft d join online_intake i on i.id = d.intake_id
            where i.expires_at <= ? order by i.expires_at, i.id limit ?\
            """)
                .params(Utc.of(before), most)
                .query((row, n) -> new Left(
                        new OnlineIntakeId(Ids.uuid(row.getBytes("id"))), Ids.read(row, "patient_id", PatientId::new)))
                .list();
    }

    /** Counts the drafts of links that expired until an instant. */
    long countExpired(Instant before) {
        return jdbc.sql("""
            select count(*) from online_intake_draft d join online_intake i on i.id = d.intake_id
            where i.expires_at <= ?""").params(Utc.of(before)).query(Long.class).single();
    }

    /** Counts all drafts. */
    long countAll() {
        return jdbc.sql("select count(*) from online_intake_draft")
                .query(Long.class)
                .single();
    }

    void delete(OnlineIntakeId intake) {
        jdbc.sql("delete from online_intake_draft where intake_id = ?")
                .param(Ids.bytes(intake.value()))
                .update();
    }
}
