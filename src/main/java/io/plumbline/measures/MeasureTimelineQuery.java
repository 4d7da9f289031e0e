package io.plumbline.measures;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.RecordOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds scores that count to a patient's timeline, for those who treat the patient. */
@Component
class MeasureTimelineQuery implements PatientTimeline {
    /** Later than every row. A bound on the second column of an index makes H2 read the newest rows in its order. */
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final OutcomeMeasures measures;
    private final ClinicService clinics;

    MeasureTimelineQuery(JdbcClient jdbc, OutcomeMeasures measures, ClinicService clinics) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        if (patient.clinical() == null) {
            return List.of();
        }
        return jdbc.sql("""
                select s.measure, s.score, s.measured_on, s.recorded_by, r.display_name
                from (select * from outcome_score where patient_id in (:patients) and measured_on <= :always
                        and status = 'FINAL' order by %s limit :most) s
                left join staff_account r on r.id = s.recorded_by""".formatted(
                                RecordOrder.by(patient.records(), "patient_id desc", "measured_on desc, id desc")))
                .param("patients", patient.records())
                .param("always", ALWAYS)
                .param("most", MOST)
                .query((row, n) -> entry(row, patient))
                .list();
    }

    private TimelineEntry entry(ResultSet row, PatientDetails patient) throws SQLException {
        var measure = measures.require(row.getString("measure"));
        var score = row.getBigDecimal("score").stripTrailingZeros().toPlainString();
        var recorder = Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName());
        return TimelineEntry.onDay(
                        row.getObject("measured_on", LocalDate.class),
                        clinics.ownZone(),
                        TimelineKind.MEASURE,
                        measure.name() + ": " + score,
                        recorder)
                .by(recorder, new StaffId(Ids.uuid(row.getBytes("recorded_by"))))
                .to(PatientTab.MEASURES.address(patient.id()));
    }
}
