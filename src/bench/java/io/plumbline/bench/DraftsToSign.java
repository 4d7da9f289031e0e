package io.plumbline.bench;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.GeneratedNotes;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.GeneratedAppointments;
import io.plumbline.sessions.Response;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits of past days that were booked, held and written of, but not signed. */
final class DraftsToSign {
    private static final int A_DAY = 12;

    private final ApplicationContext portal;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final GeneratedTrail trail;

    DraftsToSign(ApplicationContext portal) {
        this.portal = portal;
        jdbc = portal.getBean(JdbcClient.class);
        entities = portal.getBean(EntityManager.class);
        trail = new GeneratedTrail(portal, new AtomicLong());
    }

    /** A note that may be signed, with what its signature changes. */
    record Draft(
            NoteId note,
            UUID plan,
            UUID visit,
            AppointmentId appointment,
            PatientId patient,
            StaffId author,
            ClinicId clinic) {}

    private record Planned(UUID visit, UUID plan, PatientId patient, ClinicId clinic, AppointmentType service) {}

    /** Writes drafts of planned visits with a practitioner, at most so many. */
    List<Draft> of(StaffId practitioner, int most) {
        return portal.getBean(TransactionTemplate.class).execute(status -> written(practitioner, most));
    }

    private List<Draft> written(StaffId practitioner, int most) {
        var appointments = new GeneratedAppointments(portal.getBean(JdbcOperations.class), new AtomicLong(), trail);
        var notes = new GeneratedNotes(trail);
        var now = portal.getBean(Clock.class).instant();
        var drafts = new ArrayList<Draft>();
        plan(practitioner, most);
        for (var planned : open(practitioner, most)) {
            var on = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2 + drafts.size() / A_DAY);
            var booking = new Booking(
                    planned.clinic(),
                    practitioner,
                    planned.patient(),
                    planned.service(),
                    on,
                    LocalTime.MIDNIGHT.plusMinutes(5L * (drafts.size() % A_DAY)),
                    planned.service().minutes(),
                    new PlannedVisitId(planned.visit()));
            var appointment = appointments.booked(booking, ZoneOffset.UTC, practitioner, now);
            var id = appointments.idOf(appointment);
            var note = notes.written(
                    new GeneratedNotes.Visit(planned.patient(), planned.clinic(), planned.service(), on, id, null),
                    session("Written to be signed."),
                    practitioner,
                    now);
            entities.persist(appointment);
            entities.persist(note);
            drafts.add(new Draft(
                    notes.idOf(note),
                    planned.plan(),
                    planned.visit(),
                    id,
                    planned.patient(),
                    practitioner,
                    planned.clinic()));
        }
        entities.flush();
        drafts.forEach(
                draft -> jdbc.sql("update planned_visit set appointment_id = ?, booked_on = planned_on where id = ?")
                        .params(Ids.bytes(draft.appointment().value()), Ids.bytes(draft.visit()))
                        .update());
        trail.flush();
        return drafts;
    }

    /** Adds visits to the end of the practitioner's plans until so many are open. */
    private void plan(StaffId practitioner, int open) {
        var plans = jdbc.sql("""
                select v.plan_id, max(v.position) as last, max(v.planned_on) as until, min(v.service) as service,
                    sum(case when v.appointment_id is null and v.delivered_note_id is null then 1 else 0 end) as open
                from planned_visit v join treatment_plan t on t.id = v.plan_id
                where v.practitioner_id = ? and t.status = 'ACTIVE' group by v.plan_id order by v.plan_id""").param(Ids.bytes(practitioner.value())).query().listOfRows();
        var lacking = open
                - plans.stream()
                        .mapToInt(plan -> ((Number) plan.get("open")).intValue())
                        .sum();
        for (int i = 0; i < lacking; i++) {
            var plan = plans.get(i % plans.size());
            var further = 1 + i / plans.size();
            jdbc.sql("""
                    insert into planned_visit (id, plan_id, position, phase, service, practitioner_id, planned_on)
                    values (?, ?, ?, 'MAINTAIN', ?, ?, ?)""")
                    .params(
                            Ids.bytes(Ids.next()),
                            plan.get("plan_id"),
                            ((Number) plan.get("last")).intValue() + further,
                            plan.get("service"),
                            Ids.bytes(practitioner.value()),
                            ((Date) plan.get("until")).toLocalDate().plusWeeks(further))
                    .update();
        }
        jdbc.sql("""
                update treatment_plan set planned_visits = (
                    select count(*) from planned_visit v where v.plan_id = treatment_plan.id)
                where id in (:plans)""")
                .param("plans", plans.stream().map(plan -> plan.get("plan_id")).toList())
                .update();
    }

    private List<Planned> open(StaffId practitioner, int most) {
        return jdbc.sql("""
                select v.id, v.plan_id, t.patient_id, t.clinic_id, v.service
                from planned_visit v join treatment_plan t on t.id = v.plan_id
                where v.practitioner_id = ? and v.appointment_id is null and v.delivered_note_id is null
                    and t.status = 'ACTIVE'
                order by v.planned_on, v.id limit ?""")
                .params(Ids.bytes(practitioner.value()), most)
                .query((row, n) -> new Planned(
                        Ids.uuid(row.getBytes(1)),
                        Ids.uuid(row.getBytes(2)),
                        new PatientId(Ids.uuid(row.getBytes(3))),
                        new ClinicId(Ids.uuid(row.getBytes(4))),
                        AppointmentType.valueOf(row.getString(5))))
                .list();
    }

    /** A note that lacks nothing. */
    static NoteDraft session(String observations) {
        var back = BodyRegion.all().stream()
                .filter(region -> region.code().contains("lumbar"))
                .findFirst()
                .orElseThrow();
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(5),
                List.of(back),
                Set.of("DEEP_TISSUE"),
                3,
                4,
                30,
                new Pain(3),
                Response.BETTER,
                observations,
                "",
                "Same again in a week.");
    }
}
