package io.plumbline.onlineintake;

import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
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
                .param(intake)
                .query((row, n) -> new FormAnswers(JSON.readValue(row.getString("answers"), FIELDS)))
                .optional()
                .orElse(FormAnswers.NONE);
    }

    /** Returns the key of the passes that may show what is saved; empty if nothing is. */
    Optional<String> findKey(OnlineIntakeId intake) {
        return jdbc.sql("select pass_key from online_intake_draft where intake_id = ?")
                .param(intake)
                .query(String.class)
                .optional();
    }

    /** @param key of the pass by which it is saved; the first one stays */
    void save(OnlineIntakeId intake, FormAnswers answers, String key, Instant at) {
        var json = JSON.writeValueAsString(answers.fields());
        var updated = jdbc.sql("update online_intake_draft set answers = ?, saved_at = ? where intake_id = ?")
                .params(json, at, intake)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into online_intake_draft (intake_id, answers, pass_key, saved_at) values (?, ?, ?, ?)")
                    .params(intake, json, key, at)
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
                records,
                saved -> saved.byMail() ? saved.wentTo(to) : saved.lead() == null && own.equals(saved.patient()));
    }

    /** Does the same as {@link #take} for a lead. */
    Taken takeOfLead(LeadId lead, EmailAddress to) {
        return take(
                "i.patient_id is null and i.lead_id in (:whose)",
                List.of(lead),
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
        boolean wentTo(EmailAddress to) {
            return EmailAddress.areSame(recipient, to);
        }
    }

    private Taken take(String condition, Collection<? extends Id> whose, Predicate<Saved> moves) {
        var saved = jdbc
                .sql("""
            select d.intake_id, i.patient_id, i.lead_id, i.by_mail, nullif(m.recipient, '') as recipient,
                        i.from_clinic
            from online_intake_draft d join online_intake i on i.id = d.intake_id
                left join outbox_mail m on m.about = i.id and m.template = :link
            where %s
            order by case when i.unproven is null then 0 else 1 end, d.saved_at desc, d.intake_id desc""".formatted(condition))
                .param("link", OutgoingMail.ONE_TIME_LINK)
                .param("whose", whose)
                .query(Saved.class)
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
            select i.id as intake_id, i.patient_id from online_intake_draft d join online_intake i on i.id = d.intake_id
            where i.expires_at <= ? order by i.expires_at, i.id limit ?\
            """).params(before, most).query(Left.class).list();
    }

    /** Counts the drafts of links that expired until an instant. */
    long countExpired(Instant before) {
        return jdbc.sql("""
            select count(*) from online_intake_draft d join online_intake i on i.id = d.intake_id
            where i.expires_at <= ?""").params(before).query(Long.class).single();
    }

    /** Counts all drafts. */
    long countAll() {
        return jdbc.sql("select count(*) from online_intake_draft")
                .query(Long.class)
                .single();
    }

    void delete(OnlineIntakeId intake) {
        jdbc.sql("delete from online_intake_draft where intake_id = ?")
                .param(intake)
                .update();
    }
}
