package io.plumbline.plans.worklist;

import io.plumbline.plans.worklist.PlanFindService.FoundPlan;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the names of active and on-hold plans. */
@Repository
class PlanFindQuery {
    private static final String RUNNING = """
            select id, patient_id, clinic_id, title, planned_visits as planned, delivered_visits as delivered,
                status = 'ON_HOLD' as is_on_hold
            from treatment_plan
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
        return read("patient_id", patients, clinics, most);
    }

    /**
     * Returns those of some plans that run, whether the current user may see their patients or not.
     *
     * @param clinics only plans of these clinics; all if empty
     */
    List<Running> runningAmong(Set<PlanId> some, Set<ClinicId> clinics) {
        return read("id", some, clinics, some.size());
    }

    private List<Running> read(String by, Collection<? extends Id> some, Set<ClinicId> clinics, int most) {
        if (some.isEmpty()) {
            return List.of();
        }
        var query = jdbc.sql(RUNNING.formatted(by, clinics.isEmpty() ? "" : " and clinic_id in (:clinics)"))
                .param("some", some)
                .param("most", most);
        return (clinics.isEmpty() ? query : query.param("clinics", clinics))
                .query(Running.class)
                .list();
    }

    /** Returns the plans of some patients with their names, by name. */
    List<FoundPlan> runningOf(Set<PatientId> patients) {
        if (patients.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select t.id, t.title, p.shown_as as patient_name, t.planned_visits as planned,
                    t.delivered_visits as delivered, t.status = 'ON_HOLD' as is_on_hold
                from treatment_plan t join patient p on p.id = t.patient_id
                where t.patient_id in (:some) and t.status in ('ACTIVE', 'ON_HOLD')
                order by p.sort_key, t.status, t.id""").param("some", patients).query(FoundPlan.class).list();
    }
}
