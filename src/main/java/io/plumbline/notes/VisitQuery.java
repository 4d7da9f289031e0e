package io.plumbline.notes;

import io.plumbline.access.SensitivePatients;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the visits of which a practitioner has to write a note. Reads the tables of schedule, plans and leads directly:
 * a page of a list takes at most two statements, and this one answers four questions.
 */
@Repository
class VisitQuery {
    static final int MOST = 200;

    /** Excludes drafts of other practitioners. */
    private static final String APPOINTMENTS = """
            select a.id, a.id as appointment_id, cast(null as binary(16)) as planned_visit_id,
                a.subject_id as patient_id, a.clinic_id, a.starts_on as on_day, a.starts_at,
                a.appointment_type as service, a.status as visit_status, coalesce(n.id, m.id) as note_id,
                coalesce(n.status, m.status) as note_status
            from appointment a
            left join session_note n on n.appointment_or_self = a.id and (n.status <> 'DRAFT' or n.author_id = :who)
            left join planned_visit v on v.appointment_id = a.id
            left join session_note m on m.planned_visit_or_self = v.id and (m.status <> 'DRAFT' or m.author_id = :who)
            where a.practitioner_id = :who and a.subject_kind = 'PATIENT' and a.status not in ('NO_SHOW', 'CANCELLED')""";

    /**
     * A note that could be carried forward: one of the service, of the patient or of a record that is read as theirs. Two
     * questions, so that each is answered by the index of notes by patient and service.
     */
    private static final String HAS_EARLIER = """
            (exists (select 1 from session_note e where e.patient_id = w.patient_id and %1$s)
             or exists (
                select 1 from patient_read_as o join patient_read_as r on r.read_as_id = o.read_as_id
                join session_note e on e.patient_id = r.patient_id
                where o.patient_id = w.patient_id and %1$s))""".formatted("""
            e.service = w.service and e.treated_on <= w.on_day and e.status in ('SIGNED', 'AWAITING_COSIGNATURE')
                and not\s""" + NoteReaderQuery.WITHHELD.formatted("e.id"));

    private final JdbcClient jdbc;
    private final NoteReaderQuery readers;

    VisitQuery(JdbcClient jdbc, NoteReaderQuery readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /**
     * Returns appointments and planned visits from {@code first} to {@code last}, including consultations of leads;
     * appointments without a note from {@code since} to the day before {@code first}; and all drafts. Sorted by day,
     * oldest first, then by time. Each kind has its own limit, so that a long backlog does not hide today's visits.
     * Visits that are not booked are found by day: through the unique index on the appointment, H2 would scan all rows
     * without one.
     */
    List<VisitRow> findVisits(StaffId practitioner, LocalDate since, LocalDate first, LocalDate last) {
        return jdbc.sql(SensitivePatients.masked("""
                select w.*, case when w.note_id is null then %2$s else false end as has_earlier, p.id as known_patient, p.shown_as, l.full_name as lead_name from (
                    (%1$s and a.starts_on between :first and :last order by a.starts_on, a.starts_at, a.id limit :most)
                    union all
                    (%1$s and a.starts_on >= :since and a.starts_on < :first and n.id is null and m.id is null
                     order by a.starts_on, a.starts_at, a.id limit :most)
                    union all
                    (select v.id, v.appointment_id, v.id, t.patient_id, t.clinic_id, v.planned_on,
                        cast(null as time), v.service, cast(null as char(16)), n.id, n.status
                     from planned_visit v
                     join treatment_plan t on t.id = v.plan_id
                     left join session_note n on n.planned_visit_or_self = v.id
                     where v.practitioner_id = :who and v.planned_on between :first and :last
                        and v.booked_on is null and t.status = 'ACTIVE'
                        and (v.delivered_on is null or n.id is not null)
                     order by v.planned_on, v.id limit :most)
                    union all
                    (select n.id, n.appointment_id, n.planned_visit_id, n.patient_id, n.clinic_id, n.treated_on,
                        cast(null as time), n.service, cast(null as char(16)), n.id, n.status
                     from session_note n where n.author_id = :who and n.status = 'DRAFT'
                     order by n.treated_on, n.id limit :most)
                    union all
                    (select a.id, a.id, cast(null as binary(16)), a.subject_id, a.clinic_id, a.starts_on, a.starts_at,
                        a.appointment_type, a.status, cast(null as binary(16)), cast(null as char(16))
                     from appointment a
                     where a.practitioner_id = :who and a.subject_kind = 'LEAD'
                        and a.status not in ('NO_SHOW', 'CANCELLED') and a.starts_on between :first and :last
                     order by a.starts_on, a.starts_at, a.id limit :most)
                ) w left join patient p on p.id = w.patient_id
                    left join consultation_lead l on p.id is null and l.id = w.patient_id
                where p.id is not null or l.id is not null
                order by w.on_day, w.starts_at is null, w.starts_at, w.id""".formatted(APPOINTMENTS, HAS_EARLIER)))
                .params(readers.currentUser())
                .param("who", practitioner)
                .param("since", since)
                .param("first", first)
                .param("last", last)
                .param("most", MOST)
                .query(VisitQuery::row)
                .list();
    }

    /**
     * Returns the treatments of a patient with a practitioner of which no note was begun, booked or planned and not booked,
     * newest day first.
     */
    List<OpenVisit> findOpen(StaffId practitioner, Collection<PatientId> records, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select w.* from (
                    %s and a.subject_id in (:patients) and a.appointment_type in (:treatments)
                        and a.starts_on between :first and :last and n.id is null and m.id is null
                    union all
                    select v.id, v.appointment_id, v.id, t.patient_id, t.clinic_id, v.planned_on,
                        cast(null as time), v.service, cast(null as char(16)), n.id, n.status
                    from planned_visit v
                    join treatment_plan t on t.id = v.plan_id
                    left join session_note n on n.planned_visit_or_self = v.id
                    where v.practitioner_id = :who and t.patient_id in (:patients) and t.status = 'ACTIVE'
                        and v.planned_on between :first and :last and v.booked_on is null
                        and v.delivered_on is null and n.id is null
                ) w order by w.on_day desc, w.starts_at is null, w.starts_at, w.id""".formatted(APPOINTMENTS))
                .param("who", practitioner)
                .param("patients", records)
                .param(
                        "treatments",
                        AppointmentType.treatments().stream().map(Enum::name).toList())
                .param("first", first)
                .param("last", last)
                .query((row, n) -> open(row))
                .list();
    }

    private static OpenVisit open(ResultSet row) throws SQLException {
        var appointment = Ids.read(row, "appointment_id", AppointmentId::new);
        return new OpenVisit(
                appointment == null
                        ? new VisitKey.Planned(new PlannedVisitId(Ids.uuid(row.getBytes("planned_visit_id"))))
                        : new VisitKey.Booked(appointment),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                AppointmentType.valueOf(row.getString("service")),
                row.getObject("on_day", LocalDate.class),
                row.getObject("starts_at", LocalTime.class));
    }

    /**
     * Returns the appointments of a day that a note may document although it was begun without one: of its author, patient,
     * service and clinic, without another note; one that was booked for a planned visit only if the note names none.
     */
    List<AppointmentId> bookedApart(SessionNote note, Collection<PatientId> records) {
        return jdbc.sql("""
                select a.id from appointment a
                left join session_note n on n.appointment_or_self = a.id
                left join planned_visit v on v.appointment_id = a.id
                left join session_note m on m.planned_visit_or_self = v.id
                where a.practitioner_id = :who and a.starts_on = :on and a.subject_id in (:patients)
                    and a.subject_kind = 'PATIENT' and a.clinic_id = :clinic and a.appointment_type = :service
                    and a.status not in ('NO_SHOW', 'CANCELLED') and n.id is null and m.id is null
                    %s
                order by a.starts_at, a.id""".formatted(note.delivered().plannedVisit() == null ? "" : "and v.id is null"))
                .param("who", note.author())
                .param("on", note.treatedOn())
                .param("patients", records)
                .param("clinic", note.clinic())
                .param("service", note.service().name())
                .query(AppointmentId.class)
                .list();
    }

    /** Returns the draft session notes of an appointment, written for it or for the planned visit that it books. */
    List<NoteId> draftsOf(AppointmentId appointment) {
        return jdbc.sql("""
                select n.id from session_note n where n.appointment_id = :appointment and n.status = 'DRAFT'
                union
                select n.id from planned_visit v join session_note n on n.planned_visit_or_self = v.id
                where v.appointment_id = :appointment and n.status = 'DRAFT'""")
                .param("appointment", appointment)
                .query(NoteId.class)
                .list();
    }

    /** Returns the appointment of a planned visit; empty if it is not booked. */
    Optional<AppointmentId> bookedAs(PlannedVisitId plannedVisit) {
        return jdbc.sql("select appointment_id from planned_visit where id = ? and appointment_id is not null")
                .param(plannedVisit)
                .query(AppointmentId.class)
                .optional();
    }

    private static VisitRow row(ResultSet row, int n) throws SQLException {
        var visit = row.getString("visit_status");
        var status = row.getString("note_status");
        var patient = Ids.read(row, "known_patient", PatientId::new);
        return new VisitRow(
                Ids.uuid(row.getBytes("id")),
                Ids.read(row, "appointment_id", AppointmentId::new),
                Ids.read(row, "planned_visit_id", PlannedVisitId::new),
                patient,
                patient == null ? Ids.read(row, "patient_id", LeadId::new) : null,
                patient == null ? row.getString("lead_name") : row.getString("shown_as"),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getObject("on_day", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                AppointmentType.valueOf(row.getString("service")),
                visit == null ? null : AppointmentStatus.valueOf(visit),
                false,
                Ids.read(row, "note_id", NoteId::new),
                status == null ? null : NoteStatus.valueOf(status),
                row.getBoolean("has_earlier"));
    }
}
