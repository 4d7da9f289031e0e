package io.plumbline.plans.worklist;

import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanFindService.FoundPlan;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the names of active and on-hold plans. */
@Repository
class PlanFindQuery {
    private static final String RUNNING = """
            select id, patient_id, clinic_id, title, planned_visits, delivered_visits, status from treatment_plan
            where %s in (:some) and status in ('ACTIVE', 'ON_HOLD')%s
            order by status, id limit :most""";

    private final JdbcClient jdbc;

    PlanFindQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Running(
            PlanId id, PatientId patient, ClinicId clinic, String title, int planned, int delivered, boolean isOnHold) {
        FoundPlan of(String patientName) {
            return new FoundPlan(id, title, patientName, planned, delivered, isOnHold);
        }
    }

    /**
     * Returns the plans of some patients.
     *
     * @param clinics only plans of these clinics; all if empty
     */
    List<Running> running(Set<PatientId> patients, Set<ClinicId> clinics, int most) {
        return read("patient_id", Ids.bytes(patients, PatientId::value), clinics, most);
    }

    /**
     * Returns those of some plans that run, whether the current user may see their patients or not.
     *
     * @param clinics only plans of these clinics; all if empty
     */
    List<Running> runningAmong(Set<PlanId> some, Set<ClinicId> clinics) {
        return read("id", Ids.bytes(some, PlanId::value), clinics, some.size());
    }

    private List<Running> read(String by, List<byte[]> some, Set<ClinicId> clinics, int most) {
        if (some.isEmpty()) {
            return List.of();
        }
        var query = jdbc.sql(RUNNING.formatted(by, clinics.isEmpty() ? "" : " and clinic_id in (:clinics)"))
                .param("some", some)
                .param("most", most);
        return (clinics.isEmpty() ? query : query.param("clinics", Ids.bytes(clinics, ClinicId::value)))
                .query((row, n) -> running(row))
                .list();
    }

    /** Returns the plans of some patients with their names, by name. */
    List<FoundPlan> runningOf(Set<PatientId> patients) {
        if (patients.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select t.id, t.patient_id, t.clinic_id, t.title, t.planned_visits, t.delivered_visits, t.status, p.shown_as
                from treatment_plan t join patient p on p.id = t.patient_id
                where t.patient_id in (:some) and t.status in ('ACTIVE', 'ON_HOLD')
                order by p.sort_key, t.status, t.id""")
                .param("some", Ids.bytes(patients, PatientId::value))
                .query((row, n) -> running(row).of(row.getString("shown_as")))
                .list();
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(
                new PlanId(Ids.uuid(row.getBytes("id"))),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                new ClinicId(Ids.uuid(row.getBytes("clinic_id"))),
                row.getString("title"),
                row.getInt("planned_visits"),
                row.getInt("delivered_visits"),
                PlanStatus.ON_HOLD.name().equals(row.getString("status")));
    }
}
