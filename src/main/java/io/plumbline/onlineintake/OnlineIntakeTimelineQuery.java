package io.plumbline.onlineintake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.RecordOrder;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds what a patient submitted by online intakes to the timeline, for those who treat the patient; it is open until an
 * intake note is begun with it.
 */
@Component
class OnlineIntakeTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    OnlineIntakeTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null) {
            return List.of();
        }
        return jdbc.sql("""
                select clinic_id, submitted_at, note_id from online_intake
                where patient_id in (:patients) and state in ('SUBMITTED', 'REVIEWED')
                order by %s limit :most""".formatted(RecordOrder.by(patient.records(), "patient_id desc", "created_at desc, id desc")))
                .param("patients", patient.records())
                .param("most", MOST)
                .query((row, n) -> entry(row, patient))
                .list();
    }

    private TimelineEntry entry(ResultSet row, PatientDetails patient) throws SQLException {
        var isOpen = row.getBytes("note_id") == null;
        return TimelineEntry.timed(
                        Utc.in(row, "submitted_at"),
                        clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))),
                        TimelineKind.INTAKE,
                        isOpen ? "Online intake to review" : "Online intake",
                        "submitted by the patient")
                .to(Routes.patient(patient.id(), Routes.INTAKE))
                .open(isOpen);
    }
}
