package io.plumbline.schedule.history;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds a patient's appointments up to today to the timeline; managers and the front desk see those at their clinics.
 */
@Component
class AppointmentTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    AppointmentTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        var mine = CurrentUser.current().clinicsSeen();
        return jdbc
                .sql("""
                select a.id, a.clinic_id, a.practitioner_id, a.appointment_type, a.starts_on, a.starts_at, a.status,
                    t.title, t.given_name, t.family_name
                from (
                    (select id from appointment
                     where subject_id in (:patients) and starts_on <= :last and subject_kind = 'PATIENT'
                     order by %1$s limit :most)
                    union (select id from appointment
                     where subject_id in (:patients) and starts_on <= :last and subject_kind = 'PATIENT'
                       and practitioner_id = :me and status = 'COMPLETED' order by %1$s limit 1)) y
                join appointment a on a.id = y.id
                left join practitioner t on t.id = a.practitioner_id""".formatted(
                                RecordOrder.by(patient.records(), "subject_id desc", "starts_on desc, starts_at desc")))
                .param("patients", patient.records())
                .param("last", patient.today())
                .param("most", MOST)
                .param("me", CurrentUser.current().staff())
                .query((row, n) -> new Visit(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))), entry(row)))
                .list()
                .stream()
                .filter(visit -> patient.clinical() != null || mine.contains(visit.clinic()))
                .map(Visit::entry)
                .toList();
    }

    private record Visit(ClinicId clinic, TimelineEntry entry) {}

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var zone = clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
        var status = AppointmentStatus.valueOf(row.getString("status"));
        var who = (row.getString("title") + " " + row.getString("given_name") + " " + row.getString("family_name"))
                .strip();
        var mine = new StaffId(Ids.uuid(row.getBytes("practitioner_id")))
                .equals(CurrentUser.current().staff());
        var at = row.getObject("starts_on", LocalDate.class)
                .atTime(row.getObject("starts_at", LocalTime.class))
                .atZone(zone)
                .toInstant();
        var what = AppointmentType.valueOf(row.getString("appointment_type")).label() + ", " + (mine ? "you" : who);
        return TimelineEntry.timed(at, zone, kind(status), what, "Appointment: " + status.label())
                .by(who, mine)
                .about(Ids.uuid(row.getBytes("id")));
    }

    private static TimelineKind kind(AppointmentStatus status) {
        return switch (status) {
            case BOOKED, CONFIRMED, ARRIVED, IN_TREATMENT -> TimelineKind.VISIT_BOOKED;
            case COMPLETED -> TimelineKind.VISIT_HELD;
            case NO_SHOW, CANCELLED -> TimelineKind.VISIT_MISSED;
        };
    }
}
