package io.plumbline.plans.summary;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds the activated treatment plans of a patient to the timeline: name and day, no clinical content. */
@Component
class PlanTimelineQuery implements PatientTimeline {
    private final JdbcClient jdbc;
    private final ClinicService clinics;

    PlanTimelineQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        var user = CurrentUser.current();
        if (patient.clinical() == null && !user.has(Role.MANAGER)) {
            return List.of();
        }
        return jdbc
                .sql("""
                select p.id, p.clinic_id, p.title, p.activated_at, p.activated_by, s.display_name
                from (select * from treatment_plan where patient_id in (:patients) and activated_at is not null
                      order by activated_at desc limit :most) p
                left join staff_account s on s.id = p.activated_by""")
                .param("patients", patient.records())
                .param("most", MOST)
                .query((row, n) -> new Started(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))), entry(row)))
                .list()
                .stream()
                .filter(plan -> patient.clinical() != null
                        || user.clinicsAs(Role.MANAGER).contains(plan.clinic()))
                .map(Started::entry)
                .toList();
    }

    private record Started(ClinicId clinic, TimelineEntry entry) {}

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var zone = clinics.zoneOf(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
        var name = row.getString("display_name");
        return TimelineEntry.timed(
                        Utc.in(row, "activated_at"),
                        zone,
                        TimelineKind.PLAN,
                        "Treatment plan started: " + row.getString("title"),
                        Objects.toString(name, ""))
                .by(name, new StaffId(Ids.uuid(row.getBytes("activated_by"))))
                .to(Routes.plan(new PlanId(Ids.uuid(row.getBytes("id")))));
    }
}
