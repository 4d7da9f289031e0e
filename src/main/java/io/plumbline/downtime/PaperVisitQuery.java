package io.plumbline.downtime;

import io.plumbline.access.SensitivePatients;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the visits of a time at a clinic with what is missing of each. Reads the tables of schedule, notes and leads directly, so
 * that the start page asks one statement.
 */
@Repository
class PaperVisitQuery {
    private static final int MOST = 500;
    private static final String DRAFT = "DRAFT";

    private final JdbcClient jdbc;

    PaperVisitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which visits to read.
     *
     * @param from local time of the clinic
     * @param until local time of the clinic
     * @param seesAll whether those of all practitioners, otherwise only one's own
     */
    record Wanted(ClinicId clinic, LocalDateTime from, LocalDateTime until, StaffId who, boolean seesAll) {
        private boolean has(LocalDate on, LocalTime at, int minutes) {
            var begins = on.atTime(at);
            return begins.isBefore(until) && begins.plusMinutes(minutes).isAfter(from);
        }
    }

    /** Returns the visits in order of their times of which something is missing. */
    List<PaperVisit> find(Wanted wanted) {
        var index = wanted.seesAll() ? "use index (appointment_of_clinic)" : "use index (appointment_of_practitioner)";
        return jdbc
                .sql(SensitivePatients.masked(
                        """
                    select a.*, p.id as known_patient, p.shown_as, l.full_name as lead_name,
                        t.title, t.given_name as given, t.family_name as family,
                        coalesce(n.id, m.id) as note_id, coalesce(n.status, m.status) as note_status
                    from (
                        select * from appointment %s
                        where clinic_id = :clinic and starts_on between :first and :last and status <> 'CANCELLED'%s
                        order by starts_on, starts_at, id limit :most) a
                    left join session_note n on n.appointment_or_self = a.id and (n.status <> 'DRAFT' or n.author_id = :who)
                    left join planned_visit v on v.appointment_id = a.id
                    left join session_note m on m.planned_visit_or_self = v.id and (m.status <> 'DRAFT' or m.author_id = :who)
                    left join patient p on p.id = a.subject_id and a.subject_kind = 'PATIENT'
                    left join consultation_lead l on l.id = a.subject_id and a.subject_kind = 'LEAD'
                    left join practitioner t on t.id = a.practitioner_id
                    order by a.starts_on, a.starts_at, a.id""".formatted(index, wanted.seesAll() ? "" : " and practitioner_id = :who")))
                .param("clinic", wanted.clinic())
                .param("first", wanted.from().toLocalDate())
                .param("last", wanted.until().toLocalDate())
                .param("who", wanted.who())
                .param("most", MOST)
                .query((row, n) -> visit(row, wanted))
                .list()
                .stream()
                .filter(visit -> !visit.missing().isEmpty())
                .toList();
    }

    private static PaperVisit visit(ResultSet row, Wanted wanted) throws SQLException {
        var on = row.getObject("starts_on", LocalDate.class);
        var at = row.getObject("starts_at", LocalTime.class);
        var type = AppointmentType.valueOf(row.getString("appointment_type"));
        var status = AppointmentStatus.valueOf(row.getString("status"));
        var note = row.getString("note_status");
        var isDraft = DRAFT.equals(note);
        var isMine = wanted.who().value().equals(Ids.uuid(row.getBytes("practitioner_id")));
        return new PaperVisit(
                new AppointmentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                on,
                at,
                row.getBytes("known_patient") == null ? row.getString("lead_name") : row.getString("shown_as"),
                (row.getString("title") + " " + row.getString("given") + " " + row.getString("family")).strip(),
                type,
                status,
                isDraft ? Ids.read(row, "note_id", NoteId::new) : null,
                wanted.has(on, at, row.getInt("minutes"))
                        ? PaperVisit.missing(type, status, isMine, note != null && !isDraft)
                        : Set.of());
    }
}
