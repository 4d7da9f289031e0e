package io.plumbline.onlineintake;

import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OnlineIntakeQuery {
    private static final int MOST_OF_ONE = 200;
    private static final String NEWEST_FIRST = "i.created_at desc, i.id desc";

    private final JdbcClient jdbc;

    OnlineIntakeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the question before the form asks about a patient. */
    record AskedFacts(
            @Nullable LocalDate birthDate,
            @Nullable PhoneNumber phone,
            @Nullable KnownAddress address) {}

    Optional<AskedFacts> askedFacts(PatientId patient) {
        return jdbc.sql("""
                select birth_date, phone, email as address_email,
                    case when email is not null then email_recorded_at end as address_recorded_at
                from patient where id = ?""").param(patient).query(AskedFacts.class).optional();
    }

    /** Returns the address to which the mail with a link went; empty if it was erased. */
    Optional<EmailAddress> findMailedTo(OnlineIntakeId intake) {
        return jdbc.sql("select recipient from outbox_mail where about = ? and template = ? and recipient <> ''")
                .params(intake, OutgoingMail.ONE_TIME_LINK)
                .query(EmailAddress.class)
                .optional();
    }

    /** Returns the online intakes of a patient, newest first. */
    List<OnlineIntakeRow> findByPatient(Collection<PatientId> records, Instant now) {
        return find("i.patient_id in (:whose)", records, RecordOrder.by(records, "i.patient_id", NEWEST_FIRST), now);
    }

    /** Returns the online intakes of a lead that is no patient yet, newest first. */
    List<OnlineIntakeRow> findByLead(LeadId lead, Instant now) {
        return find("i.lead_id in (:whose) and i.patient_id is null", List.of(lead), NEWEST_FIRST, now);
    }

    /** Returns whether somebody answered an online intake of a lead: saved what still stands, or submitted. */
    boolean isAnsweredByLead(LeadId lead) {
        return !jdbc.sql("""
                select 1 from online_intake i left join online_intake_draft d on d.intake_id = i.id
                where i.lead_id = ?
                    and (d.intake_id is not null or i.submitted_at is not null or i.patient_id is not null)
                limit 1""").param(lead).query(Integer.class).list().isEmpty();
    }

    private List<OnlineIntakeRow> find(String condition, Collection<? extends Id> whose, String order, Instant now) {
        return jdbc.sql("""
                select i.id, i.clinic_id, m.state as mail_state, m.reason as mail_reason, i.created_at,
                    case when i.state in ('SENT', 'OPENED') and i.expires_at <= :now then 'EXPIRED' else i.state end as state,
                    coalesce(s.display_name, 'Plumbline') as created_by, i.expires_at, i.opened_at, i.submitted_at,
                    i.withdrawn_at, i.withdrawn_why, i.reviewed_at, i.note_id, i.unproven as proof_link,
                    i.from_clinic as proof_from_clinic, i.confirmed_at as proof_confirmed_at,
                    coalesce(c.display_name, '') as proof_confirmed_by, i.created_by = :me as proof_mine
                from online_intake i left join staff_account s on s.id = i.created_by
                    left join staff_account c on c.id = i.confirmed_by
                    left join outbox_mail m on m.about = i.id and m.template = :link
                where %s order by %s limit :most""".formatted(condition, order))
                .param("link", OutgoingMail.ONE_TIME_LINK)
                .param("whose", whose)
                .param("most", MOST_OF_ONE)
                .param("now", now)
                .param("me", CurrentUser.current().staff())
                .query(OnlineIntakeRow.class)
                .list();
    }

    /** Returns links that no longer work and whose mail still has the address, for whoever deletes it. */
    List<UUID> overInMails(Instant now, int most) {
        return jdbc.sql("""
                select distinct i.id, i.expires_at from online_intake i join outbox_mail m on m.about = i.id
                where (i.state not in ('SENT', 'OPENED') or i.expires_at <= ?)
                    and m.state <> 'SENT' and m.template in (?, ?) and m.body <> ?
                order by i.expires_at, i.id limit ?""")
                .params(now, OutgoingMail.ONE_TIME_LINK, OutgoingMail.ONE_TIME_CODE, OutgoingMail.NOT_KEPT, most)
                .query(UUID.class)
                .list();
    }
}
