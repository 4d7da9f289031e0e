package io.plumbline.onlineintake;

import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
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
        static final Taken NOTHING = new Taken(FormAnswers.NONE, false);
    }

    /**
     * Returns what a patient saved last and did not submit, and deletes it. Only what was saved by a link that was mailed
     * to the same address, or that staff copied for this very record, moves: a link of a lead or of a merged record may
     * have been somebody else's. What was saved by a link that went to the patient's own address goes first.
     *
     * @param records all records that are read as one
     * @param own the record whose address the new link is mailed to
     */
    Taken take(Collection<PatientId> records, PatientId own, EmailAddress to) {
        return take(
                "i.patient_id in (:whose)",
                Ids.bytes(records, PatientId::value),
                saved -> saved.byMail() ? saved.wentTo(to) : saved.lead() == null && own.equals(saved.patient()));
    }

    /** Does the same as {@link #take} for a lead. */
    Taken takeOfLead(LeadId lead, EmailAddress to) {
        return take(
                "i.patient_id is null and i.lead_id in (:whose)",
                List.of(Ids.bytes(lead.value())),
                saved -> !saved.byMail() || saved.wentTo(to));
    }

    /** A draft and the link by which it was saved. */
    private record Saved(
            OnlineIntakeId intake,
            @Nullable PatientId patient,
            @Nullable LeadId lead,
            boolean byMail,
            @Nullable EmailAddress recipient,
            boolean fromClinic) {
        static Saved in(ResultSet row) throws SQLException {
            var recipient = row.getString("recipient");
            return new Saved(
                    new OnlineIntakeId(Ids.uuid(row.getBytes("intake_id"))),
                    Ids.read(row, "patient_id", PatientId::new),
                    Ids.read(row, "lead_id", LeadId::new),
                    row.getBoolean("by_mail"),
                    recipient == null || recipient.isEmpty() ? null : new EmailAddress(recipient),
                    row.getBoolean("from_clinic"));
        }

        boolean wentTo(EmailAddress to) {
            return EmailAddress.areSame(recipient, to);
        }
    }

    private Taken take(String condition, List<byte[]> whose, Predicate<Saved> moves) {
        var saved = jdbc
                .sql("""
            select d.intake_id, i.patient_id, i.lead_id, i.by_mail, m.recipient, i.from_clinic
            from online_intake_draft d join online_intake i on i.id = d.intake_id
                left join outbox_mail m on m.about = i.id and m.template = :link
            where %s
            order by case when i.unproven is null then 0 else 1 end, d.saved_at desc, d.intake_id desc""".formatted(condition))
                .param("link", OutgoingMail.ONE_TIME_LINK)
                .param("whose", whose)
                .query((row, n) -> Saved.in(row))
                .list()
                .stream()
                .filter(moves)
                .toList();
        if (saved.isEmpty()) {
            return Taken.NOTHING;
        }
        var first = saved.getFirst();
        var taken = new Taken(find(first.intake()), first.fromClinic());
        saved.forEach(one -> delete(one.intake()));
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
