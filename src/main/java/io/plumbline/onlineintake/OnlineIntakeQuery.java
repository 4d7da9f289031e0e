package io.plumbline.onlineintake;

import io.plumbline.outbox.MailState;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.Unproven;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
            @Nullable String phone,
            @Nullable KnownAddress address) {}

    Optional<AskedFacts> askedFacts(PatientId patient) {
        return jdbc.sql("select birth_date, phone, email, email_recorded_at from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> new AskedFacts(
                        row.getObject("birth_date", LocalDate.class),
                        digits(row.getString("phone")),
                        KnownAddress.in(row)))
                .optional();
    }

    /** Returns the address to which the mail with a link went; empty if it was erased. */
    Optional<EmailAddress> findMailedTo(OnlineIntakeId intake) {
        return jdbc.sql("select recipient from outbox_mail where about = ? and template = ? and recipient <> ''")
                .params(Ids.bytes(intake.value()), OutgoingMail.ONE_TIME_LINK)
                .query((row, n) -> new EmailAddress(row.getString("recipient")))
                .optional();
    }

    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : new PhoneNumber(phone).digits();
    }

    /** Returns the online intakes of a patient, newest first. */
    List<OnlineIntakeRow> findByPatient(Collection<PatientId> records, Instant now) {
        return find(
                "i.patient_id in (:whose)",
                Ids.bytes(records, PatientId::value),
                RecordOrder.by(records, "i.patient_id", NEWEST_FIRST),
                now);
    }

    /** Returns the online intakes of a lead that is no patient yet, newest first. */
    List<OnlineIntakeRow> findByLead(LeadId lead, Instant now) {
        return find(
                "i.lead_id in (:whose) and i.patient_id is null", List.of(Ids.bytes(lead.value())), NEWEST_FIRST, now);
    }

    /** Returns whether somebody answered an online intake of a lead: saved what still stands, or submitted. */
    boolean isAnsweredByLead(LeadId lead) {
        return !jdbc.sql("""
                select 1 from online_intake i left join online_intake_draft d on d.intake_id = i.id
                where i.lead_id = ?
                    and (d.intake_id is not null or i.submitted_at is not null or i.patient_id is not null)
                limit 1""")
                .param(Ids.bytes(lead.value()))
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private List<OnlineIntakeRow> find(String condition, List<byte[]> whose, String order, Instant now) {
        return jdbc.sql("""
                select i.*, s.display_name as sender, m.state as mail_state, m.reason as mail_reason,
                    c.display_name as confirmer
                from online_intake i left join staff_account s on s.id = i.created_by
                    left join staff_account c on c.id = i.confirmed_by
                    left join outbox_mail m on m.about = i.id and m.template = :link
                where %s order by %s limit :most""".formatted(condition, order))
                .param("link", OutgoingMail.ONE_TIME_LINK)
                .param("whose", whose)
                .param("most", MOST_OF_ONE)
                .query((row, n) -> row(row, now))
                .list();
    }

    private static OnlineIntakeRow row(ResultSet row, Instant now) throws SQLException {
        var expires = Utc.in(row, "expires_at");
        var stored = OnlineIntakeState.valueOf(row.getString("state"));
        return new OnlineIntakeRow(
                new OnlineIntakeId(Ids.uuid(row.getBytes("id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                stored.isOpen() && !now.isBefore(expires) ? OnlineIntakeState.EXPIRED : stored,
                mail(row),
                Utc.in(row, "created_at"),
                Objects.toString(row.getString("sender"), CurrentUser.SYSTEM.displayName()),
                expires,
                at(row, "opened_at"),
                at(row, "submitted_at"),
                at(row, "withdrawn_at"),
                row.getString("withdrawn_why"),
                at(row, "reviewed_at"),
                Ids.read(row, "note_id", IntakeId::new),
                proof(row));
    }

    private static OnlineIntakeRow.Proof proof(ResultSet row) throws SQLException {
        var unproven = row.getString("unproven");
        return new OnlineIntakeRow.Proof(
                unproven == null ? null : Unproven.valueOf(unproven),
                row.getBoolean("from_clinic"),
                at(row, "confirmed_at"),
                Objects.toString(row.getString("confirmer"), ""),
                CurrentUser.current().staff().value().equals(Ids.uuid(row.getBytes("created_by"))));
    }

    private static OnlineIntakeRow.@Nullable Mail mail(ResultSet row) throws SQLException {
        var state = row.getString("mail_state");
        return state == null ? null : new OnlineIntakeRow.Mail(MailState.valueOf(state), row.getString("mail_reason"));
    }

    /** Returns links that no longer work and whose mail still has the address, for whoever deletes it. */
    List<UUID> overInMails(Instant now, int most) {
        return jdbc.sql("""
                select distinct i.id, i.expires_at from online_intake i join outbox_mail m on m.about = i.id
                where (i.state not in ('SENT', 'OPENED') or i.expires_at <= ?)
                    and m.state <> 'SENT' and m.template in (?, ?) and m.body <> ?
                order by i.expires_at, i.id limit ?""")
                .params(
                        Utc.of(now),
                        OutgoingMail.ONE_TIME_LINK,
                        OutgoingMail.ONE_TIME_CODE,
                        OutgoingMail.NOT_KEPT,
                        most)
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .list();
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Utc.in(row, column);
    }
}
