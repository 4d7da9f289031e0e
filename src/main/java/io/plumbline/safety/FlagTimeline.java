package io.plumbline.safety;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientTimeline;
import io.plumbline.patients.TimelineEntry;
import io.plumbline.patients.TimelineKind;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The red flags of a patient in their timeline, raised and decided, for those who treat the patient. */
@Component
class FlagTimeline implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    FlagTimeline(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> of(PatientDetails patient) {
        var entries = new ArrayList<TimelineEntry>();
        if (patient.clinical() != null) {
            jdbc.sql("""
                    select f.*, r.display_name as raiser, d.display_name as decider
                    from (select * from red_flag where subject_id = :patient
                          order by raised_at desc limit :most) f
                    left join staff_account r on r.id = f.raised_by
                    left join staff_account d on d.id = f.decided_by""")
                    .param("patient", Ids.bytes(patient.id().value()))
                    .param("most", MOST)
                    .query((row, n) -> entries.addAll(entries(row)))
                    .list();
        }
        return entries;
    }

    private List<TimelineEntry> entries(ResultSet row) throws SQLException {
        var me = Caller.current().staff();
        var zone = Objects.requireNonNull(clinics.labels().get(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))))
                .zone();
        var flag = row.getString("flag");
        var raiser = Objects.toString(row.getString("raiser"), Caller.SYSTEM.displayName());
        var raised = TimelineEntry.timed(
                        Utc.in(row, "raised_at"),
                        zone,
                        TimelineKind.FLAG,
                        "Red flag raised: " + flag,
                        FlagLevel.valueOf(row.getString("flag_level")).label() + ", " + raiser)
                .by(raiser, new StaffId(Ids.uuid(row.getBytes("raised_by"))).equals(me));
        var decidedBy = row.getBytes("decided_by");
        if (decidedBy == null) {
            return List.of(raised);
        }
        var decider = Objects.toString(row.getString("decider"), Caller.SYSTEM.displayName());
        var decided = TimelineEntry.timed(
                        Utc.in(row, "decided_at"),
                        zone,
                        TimelineKind.FLAG,
                        "Red flag decided: " + flag,
                        FlagStatus.valueOf(row.getString("status")).word() + ", " + decider)
                .by(decider, new StaffId(Ids.uuid(decidedBy)).equals(me));
        return List.of(raised, decided);
    }
}
