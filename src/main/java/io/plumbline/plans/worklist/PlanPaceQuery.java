package io.plumbline.plans.worklist;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.taper.Frequency;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the active plans of one patient with the frequency of their next visit, or of their last one. */
@Repository
class PlanPaceQuery {
    private static final String FREQUENCY = """
            (select s.frequency from planned_visit v
             join plan_service s on s.plan_id = v.plan_id and s.phase = v.phase and s.service = v.service
             where v.plan_id = p.id and v.delivered_on is %s null order by v.position %s, s.position limit 1)""";

    private final JdbcClient jdbc;
    private final ClinicService clinics;

    PlanPaceQuery(JdbcClient jdbc, ClinicService clinics) {
        this.jdbc = jdbc;
        this.clinics = clinics;
    }

    private record Found(
            ClinicId clinic,
            Instant activatedAt,
            @Nullable LocalDate dueOn,
            int visitsLeft,
            @Nullable Frequency frequency) {
        PlanPace pace(ZoneId zone) {
            // a plan whose services were all replaced says nothing of its own
            var current = frequency == null ? Frequency.MONTHLY : frequency;
            return new PlanPace(clinic, LocalDate.ofInstant(activatedAt, zone), current.days(), visitsLeft, dueOn);
        }
    }

    List<PlanPace> of(Collection<PatientId> records) {
        return jdbc
                .sql("""
                select p.clinic_id, coalesce(p.activated_at, p.created_at) as activated_at, p.due_on,
                    p.planned_visits - p.delivered_visits as visits_left, coalesce(%s, %s) as frequency
                from treatment_plan p where p.patient_id in (:patients) and p.status = 'ACTIVE'
                order by p.due_on, p.id""".formatted(FREQUENCY.formatted("", "asc"), FREQUENCY.formatted("not", "desc")))
                .param("patients", records)
                .query(Found.class)
                .list()
                .stream()
                .map(found -> found.pace(clinics.zoneOf(found.clinic())))
                .toList();
    }
}
