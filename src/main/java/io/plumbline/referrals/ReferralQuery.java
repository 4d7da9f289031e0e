package io.plumbline.referrals;

import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one referral with its history, and those of one patient. */
@Repository
class ReferralQuery {
    private static final int MOST_OF_ONE = 200;

    /** What a {@link ReferralRow} is read from. */
    static final String LINE = """
            r.id, r.patient_id, p.shown_as as patient_name, r.clinic_id, r.addressee as `to`, r.reason, r.priority, r.status,
                r.asked_on, r.asked_at, coalesce(a.display_name, 'Plumbline') as asked_by, r.due_on, r.overdue_at,
                r.status_at""";

    /** With the names of the patient, of who referred, and of who received the answer. */
    private static final String NAMED = """
            select %s, r.version, r.source_kind, r.source_id, r.contact_id, r.asked_by as asker, r.answered_at, r.answer,
                r.document_on, r.close_reason, coalesce(w.display_name, 'Plumbline') as receiver
            from referral r
            join patient p on p.id = r.patient_id
            left join staff_account a on a.id = r.asked_by
            left join staff_account w on w.id = r.answered_by
            """.formatted(LINE);

    private final JdbcClient jdbc;

    ReferralQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A referral without its history. */
    private record Found(
            ReferralRow line,
            long version,
            @Nullable ReferralSource source,
            @Nullable ContactId contact,
            StaffId asker,
            @Nullable Instant answeredAt,
            String answer,
            @Nullable LocalDate documentOn,
            String receiver,
            @Nullable CloseReason closeReason) {
        ReferralDetails with(List<ReferralDetails.Step> history, Instant now) {
            return new ReferralDetails(
                    line.id(),
                    version,
                    line.patient(),
                    line.patientName(),
                    line.clinic(),
                    source,
                    line.to(),
                    contact,
                    line.reason(),
                    line.priority(),
                    line.status(),
                    line.askedOn(),
                    asker,
                    line.askedBy(),
                    line.dueOn(),
                    line.isOverdue(now),
                    answeredAt == null ? null : new ReferralAnswer(answer, documentOn),
                    answeredAt == null ? "" : receiver,
                    closeReason,
                    history);
        }
    }

    Optional<ReferralDetails> find(ReferralId id, Instant now) {
        var history = history(id);
        return jdbc.sql(NAMED + "where r.id = :id")
                .param("id", id)
                .query(Found.class)
                .optional()
                .map(found -> found.with(history, now));
    }

    private List<ReferralDetails.Step> history(ReferralId id) {
        return jdbc.sql("""
                select s.kind, s.taken_at as at, coalesce(a.display_name, 'Plumbline') as `by`, s.words, s.why, s.due_on,
                    s.document_on, s.close_reason
                from referral_step s
                left join staff_account a on a.id = s.taken_by
                where s.referral_id = :id order by s.taken_at, s.id""").param("id", id).query(ReferralDetails.Step.class).list();
    }

    /** Returns the referrals of a patient, open ones first by due day, then newest first. */
    List<ReferralRow> findByPatient(Collection<PatientId> records) {
        return jdbc.sql(NAMED + """
                where r.patient_id in (:patients)
                order by case when r.status = 'ACTIVE' then 0 else 1 end,
                    case when r.status = 'ACTIVE' then r.overdue_at end, r.asked_at desc, r.id
                limit :most""")
                .param("patients", records)
                .param("most", MOST_OF_ONE)
                .query(ReferralRow.class)
                .list();
    }
}
