package io.plumbline.referrals;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ReferralId;
import io.plumbline.shared.ids.StaffId;
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
import org.springframework.stereotype.Repository;

/** Reads one referral with its history, and those of one patient. */
@Repository
class ReferralQuery {
    private static final int MOST_OF_ONE = 200;

    /** With the names of the patient, of who referred, and of who received the answer. */
    private static final String NAMED = """
            select r.*, p.shown_as, a.display_name as asker, w.display_name as receiver
            from referral r
            join patient p on p.id = r.patient_id
            left join staff_account a on a.id = r.asked_by
            left join staff_account w on w.id = r.answered_by
            """;

    private final JdbcClient jdbc;

    ReferralQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReferralDetails> find(ReferralId id, Instant now) {
        var history = history(id);
        return jdbc.sql(NAMED + "where r.id = :id")
                .param("id", Ids.bytes(id.value()))
                .query((row, n) -> details(row, history, now))
                .optional();
    }

    private List<ReferralDetails.Step> history(ReferralId id) {
        return jdbc.sql("""
                select s.*, a.display_name from referral_step s
                left join staff_account a on a.id = s.taken_by
                where s.referral_id = :id order by s.taken_at, s.id""")
                .param("id", Ids.bytes(id.value()))
                .query((row, n) -> new ReferralDetails.Step(
                        ReferralStepKind.valueOf(row.getString("kind")),
                        Utc.in(row, "taken_at"),
                        name(row, "display_name"),
                        row.getString("words"),
                        row.getString("why"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("document_on", LocalDate.class),
                        closeReason(row)))
                .list();
    }

    /** Returns the referrals of a patient, open ones first by due day, then newest first. */
    List<ReferralRow> findByPatient(Collection<PatientId> records) {
        return jdbc.sql(NAMED + """
                where r.patient_id in (:patients)
                order by case when r.status = 'ACTIVE' then 0 else 1 end,
                    case when r.status = 'ACTIVE' then r.overdue_at end, r.asked_at desc, r.id
                limit :most""")
                .param("patients", Ids.bytes(records, PatientId::value))
                .param("most", MOST_OF_ONE)
                .query(ReferralQuery::row)
                .list();
    }

    /** Reads a line from a row that has the columns of {@link #NAMED}. */
    static ReferralRow row(ResultSet row, int n) throws SQLException {
        return new ReferralRow(
                new ReferralId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("shown_as"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getString("addressee"),
                row.getString("reason"),
                ReferralPriority.valueOf(row.getString("priority")),
                ReferralStatus.valueOf(row.getString("status")),
                row.getObject("asked_on", LocalDate.class),
                Utc.in(row, "asked_at"),
                name(row, "asker"),
                row.getObject("due_on", LocalDate.class),
                Utc.in(row, "overdue_at"),
                Utc.in(row, "status_at"));
    }

    private static ReferralDetails details(ResultSet row, List<ReferralDetails.Step> history, Instant now)
            throws SQLException {
        var line = row(row, 0);
        var sourceKind = row.getString("source_kind");
        var source = Ids.<UUID>read(row, "source_id", id -> id);
        var isAnswered = row.getObject("answered_at") != null;
        return new ReferralDetails(
                line.id(),
                row.getLong("version"),
                line.patient(),
                line.patientName(),
                line.clinic(),
                sourceKind == null || source == null
                        ? null
                        : new ReferralSource(ReferralSource.Kind.valueOf(sourceKind), source),
                line.to(),
                Ids.read(row, "contact_id", ContactId::new),
                line.reason(),
                line.priority(),
                line.status(),
                line.askedOn(),
                new StaffId(Ids.uuid(row.getBytes("asked_by"))),
                line.askedBy(),
                line.dueOn(),
                line.isOverdue(now),
                isAnswered
                        ? new ReferralAnswer(row.getString("answer"), row.getObject("document_on", LocalDate.class))
                        : null,
                isAnswered ? name(row, "receiver") : "",
                closeReason(row),
                history);
    }

    private static @Nullable CloseReason closeReason(ResultSet row) throws SQLException {
        var reason = row.getString("close_reason");
        return reason == null ? null : CloseReason.valueOf(reason);
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return Objects.toString(row.getString(column), CurrentUser.SYSTEM.displayName());
    }
}
