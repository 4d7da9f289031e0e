package io.plumbline.notes.takeover;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the visits of a patient whose practitioner can no longer write the note. Reads the tables of schedule, plans, and
 * access directly, so that the patient's page asks one statement.
 */
@Repository
class LeftVisitQuery {
    private final JdbcClient jdbc;

    LeftVisitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A visit with its time.
     *
     * @param at null if it was not booked
     */
    record Timed(LeftVisit visit, ClinicId clinic, @Nullable LocalTime at) {}

    /** Returns booked visits from {@code since} to {@code last}, and all drafts, oldest first. */
    List<Timed> find(Collection<PatientId> records, LocalDate since, LocalDate last) {
        return jdbc.sql("""
                select w.*, w.note_id as draft, w.on_day as `on`, w.starts_at as at, s.display_name as practitioner from (
                    select a.id as appointment_id, coalesce(n.id, m.id) as note_id, a.appointment_type as service,
                        a.starts_on as on_day, a.practitioner_id as who, a.clinic_id, a.starts_at
                    from appointment a
                    left join session_note n on n.appointment_or_self = a.id
                    left join planned_visit v on v.appointment_id = a.id
                    left join session_note m on m.planned_visit_or_self = v.id
                    where a.subject_id in (:patients) and a.subject_kind = 'PATIENT'
                        and a.starts_on between :since and :last and a.appointment_type in (:treatments)
                        and a.status not in ('NO_SHOW', 'CANCELLED')
                        and coalesce(n.status, m.status, 'DRAFT') = 'DRAFT'
                    union all
                    select cast(null as binary(16)), n.id, n.service, n.treated_on, n.author_id,
                        n.clinic_id, cast(null as time)
                    from session_note n left join planned_visit v on v.id = n.planned_visit_id
                    where n.patient_id in (:patients) and n.status = 'DRAFT'
                        and coalesce(n.appointment_id, v.appointment_id) is null
                ) w join staff_account s on s.id = w.who
                where s.status = 'SWITCHED_OFF'
                order by w.on_day, w.appointment_id, w.note_id limit :most""")
                .param("patients", records)
                .param("since", since)
                .param("last", last)
                .param(
                        "treatments",
                        AppointmentType.treatments().stream().map(Enum::name).toList())
                .param("most", LeftVisitService.MOST)
                .query(Timed.class)
                .list();
    }
}
