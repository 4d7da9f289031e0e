package io.plumbline.plans.handover;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.plumbline.access.PatientScope;
import io.plumbline.access.SensitivePatients;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the active and on-hold plans in which a practitioner has something left to do. */
@Repository
class HandOverQuery {
    /** Those with a visit to come, those that the practitioner is responsible for, and those with an appointment left. */
    private static final String PLANS = """
            select t.id, t.version, t.patient_id, p.shown_as as patient_name, t.clinic_id, t.title,
                   t.status = 'ON_HOLD' as is_on_hold, coalesce(t.responsible_id = :from, false) as is_responsible
            from (select id as plan_id from treatment_plan
                  where responsible_id = :from and status in ('ACTIVE', 'ON_HOLD')
                  union select plan_id from planned_visit where practitioner_id = :from and delivered_on is null
                  union select v.plan_id from appointment a join planned_visit v on v.appointment_id = a.id
                        where a.practitioner_id = :from and a.starts_on >= :today
                          and a.status in ('BOOKED', 'CONFIRMED') and v.delivered_on is null) mine
            join treatment_plan t on t.id = mine.plan_id
            join patient p on p.id = t.patient_id
            where t.status in ('ACTIVE', 'ON_HOLD') and (t.clinic_id in (:clinics) or t.patient_id in (:patients))
            order by case when %s then p.sort_key else '' end, t.id limit :most""";

    private static final String VISITS = """
            select v.plan_id, v.service, v.planned_on, v.practitioner_id = :from as is_with_practitioner,
                   a.id as booked_id, case when a.id is not null then v.service end as booked_service,
                   a.starts_on as booked_on, a.starts_at as booked_at
            from planned_visit v
            left join appointment a on a.id = v.appointment_id and a.practitioner_id = :from
                and a.starts_on >= :today and a.status in ('BOOKED', 'CONFIRMED')
                and a.clinic_id in (:mine)
            where v.plan_id in (:plans) and v.delivered_on is null
              and (v.practitioner_id = :from or a.id is not null)
            order by v.planned_on, v.position""";

    /** Stands in for no id, since a list in SQL is never empty. */
    private static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    private final JdbcClient jdbc;

    HandOverQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Plan(
            PlanId id,
            long version,
            PatientId patient,
            String patientName,
            ClinicId clinic,
            String title,
            boolean isOnHold,
            boolean isResponsible) {}

    private record Visit(
            PlanId plan,
            AppointmentType service,
            LocalDate plannedOn,
            boolean isWithPractitioner,
            HandOverRow.@Nullable Booked booked) {}

    /**
     * Returns the plans by name of the patient, in two statements; first those of the sensitive patients whom the current user
     * does not find, so that their place says nothing of the name.
     *
     * @param scope the clinics, or the patients, whose plans the current user may hand over
     * @param mine the clinics whose appointments the current user may move
     * @param today earlier appointments do not count
     */
    List<HandOverRow> findByPractitioner(
            StaffId from, PatientScope scope, Set<ClinicId> mine, LocalDate today, int most) {
        var plans = jdbc.sql(SensitivePatients.masked(PLANS.formatted(SensitivePatients.visible("p.id"))))
                .param("from", from)
                .param("today", today)
                .param("clinics", some(scope.clinics()))
                .param("patients", some(scope.patients()))
                .param("most", most)
                .query(Plan.class)
                .list();
        if (plans.isEmpty()) {
            return List.of();
        }
        var visits = jdbc
                .sql(VISITS)
                .param("from", from)
                .param("today", today)
                .param("mine", some(mine))
                .param("plans", plans.stream().map(Plan::id).toList())
                .query(Visit.class)
                .list()
                .stream()
                .collect(groupingBy(Visit::plan));
        return plans.stream()
                .map(plan -> row(plan, visits.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private static Collection<? extends Id> some(Collection<? extends Id> ids) {
        return ids.isEmpty() ? List.of(NOBODY) : ids;
    }

    private static HandOverRow row(Plan plan, List<Visit> visits) {
        var byService = visits.stream()
                .filter(Visit::isWithPractitioner)
                .collect(groupingBy(
                        Visit::service,
                        () -> new EnumMap<AppointmentType, List<LocalDate>>(AppointmentType.class),
                        mapping(Visit::plannedOn, toList())));
        return new HandOverRow(
                plan.id(),
                plan.version(),
                plan.patient(),
                plan.patientName(),
                plan.clinic(),
                plan.title(),
                plan.isOnHold(),
                plan.isResponsible(),
                byService.entrySet().stream()
                        .map(days -> new HandOverRow.Upcoming(
                                days.getKey(),
                                days.getValue().size(),
                                days.getValue().getFirst()))
                        .toList(),
                visits.stream()
                        .map(Visit::booked)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(HandOverRow.Booked::on).thenComparing(HandOverRow.Booked::at))
                        .toList());
    }

    /** Returns who has a visit of a plan left to deliver, and who is responsible for it. */
    Set<StaffId> findPractitioners(PlanId plan) {
        return Set.copyOf(jdbc.sql("""
                select responsible_id as id from treatment_plan where id = :plan and responsible_id is not null
                union select practitioner_id from planned_visit where plan_id = :plan and delivered_on is null""").param("plan", plan).query(StaffId.class).list());
    }
}
