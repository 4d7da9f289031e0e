package io.plumbline.schedule;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads appointments by day: ordered on one table, names joined after. */
@Repository
class DaySheet {
    private static final String NAMED = """
            select a.*, p.given_name, p.family_name, t.title, t.given_name as given, t.family_name as family
            from (%s) a
            left join patient p on p.id = a.subject_id
            left join practitioner t on t.id = a.practitioner_id
            order by a.starts_on, a.starts_at, a.id""";

    private final JdbcClient jdbc;

    DaySheet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AppointmentRow> ofClinics(Collection<ClinicId> clinics, LocalDate first, LocalDate last, int most) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(NAMED.formatted("""
                select * from appointment
                where clinic_id in (:clinics) and starts_on between :first and :last and subject_kind = 'PATIENT'
                order by starts_on, starts_at, id limit :most"""))
                .param("clinics", Ids.bytes(clinics, ClinicId::value))
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query(DaySheet::row)
                .list();
    }

    List<AppointmentRow> ofPractitioner(StaffId practitioner, LocalDate first, LocalDate last, int most) {
        return jdbc.sql(NAMED.formatted("""
                select * from appointment
                where practitioner_id = :who and starts_on between :first and :last and subject_kind = 'PATIENT'
                order by practitioner_id, starts_on, starts_at, id limit :most"""))
                .param("who", Ids.bytes(practitioner.value()))
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query(DaySheet::row)
                .list();
    }

    Optional<AppointmentRow> find(UUID appointment, StaffId practitioner) {
        return jdbc.sql(NAMED.formatted(
                        "select * from appointment where id = ? and practitioner_id = ? and subject_kind = 'PATIENT'"))
                .params(Ids.bytes(appointment), Ids.bytes(practitioner.value()))
                .query(DaySheet::row)
                .optional();
    }

    /** The appointments of a patient from a day on. */
    List<AppointmentRow> ofPatient(PatientId patient, LocalDate first, int most) {
        return jdbc.sql(NAMED.formatted("""
                select * from appointment
                where subject_id = :patient and starts_on >= :first and subject_kind = 'PATIENT'
                order by subject_id, starts_on, starts_at limit :most"""))
                .param("patient", Ids.bytes(patient.value()))
                .param("first", first)
                .param("most", most)
                .query(DaySheet::row)
                .list();
    }

    /** Which slots of a practitioner are taken, from one to another. */
    Set<Long> taken(StaffId practitioner, long first, long last) {
        return Set.copyOf(jdbc.sql("select slot from booked_slot where resource_id = ? and slot between ? and ?")
                .params(Ids.bytes(practitioner.value()), first, last)
                .query(Long.class)
                .list());
    }

    void take(Collection<Long> slots, StaffId practitioner, UUID appointment) {
        slots.forEach(slot -> jdbc.sql("insert into booked_slot (resource_id, slot, appointment_id) values (?, ?, ?)")
                .params(Ids.bytes(practitioner.value()), slot, Ids.bytes(appointment))
                .update());
    }

    private static AppointmentRow row(ResultSet row, int n) throws SQLException {
        return new AppointmentRow(
                Ids.uuid(row.getBytes("id")),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("starts_at", LocalTime.class),
                row.getInt("minutes"),
                new PatientId(Ids.uuid(row.getBytes("subject_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                (row.getString("title") + " " + row.getString("given") + " " + row.getString("family")).strip(),
                AppointmentType.valueOf(row.getString("appointment_type")),
                AppointmentStatus.valueOf(row.getString("status")));
    }
}
