package io.plumbline.schedule;

import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the treatments to come of a patient, at whatever clinic, for the rules about what may be booked. It asks nobody's
 * rights: whoever books may not see all of them, and learns no more than a day.
 */
@Repository
public class TreatmentsAheadQuery {
    private static final List<String> TREATMENTS =
            AppointmentType.treatments().stream().map(AppointmentType::name).toList();

    private static final List<String> OPEN =
            AppointmentStatus.OPEN.stream().map(AppointmentStatus::name).toList();

    private final JdbcClient jdbc;

    TreatmentsAheadQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A treatment that is booked and not over. */
    public record Ahead(AppointmentId appointment, AppointmentType service, LocalDate on) {}

    /** Returns those of a patient's records from a day on. */
    public List<Ahead> find(Collection<PatientId> records, LocalDate from) {
        return jdbc.sql("""
                select id as appointment_id, appointment_type as service, starts_on as `on` from appointment
                where subject_id in (:patients) and starts_on >= :from and subject_kind = 'PATIENT'
                    and appointment_type in (:treatments) and status in (:open)""")
                .param("patients", records)
                .param("from", from)
                .param("treatments", TREATMENTS)
                .param("open", OPEN)
                .query(Ahead.class)
                .list();
    }
}
