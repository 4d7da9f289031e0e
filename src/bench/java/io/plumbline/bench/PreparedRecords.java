package io.plumbline.bench;

import io.plumbline.exercises.ExerciseService;
import io.plumbline.intake.IntakeService;
import io.plumbline.plans.PlanService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that wait for those who write: intake notes and plans in draft, plans that run, and the exercises to teach. */
final class PreparedRecords {
    private static final int MOST = 10;

    private final ApplicationContext portal;
    private final JdbcClient jdbc;
    private final LocalDate today;

    PreparedRecords(ApplicationContext portal) {
        this.portal = portal;
        jdbc = portal.getBean(JdbcClient.class);
        today = LocalDate.ofInstant(portal.getBean(Clock.class).instant(), ZoneOffset.UTC);
    }

    /** An appointment of a day that is still ahead. */
    record Ahead(UUID id, LocalDate on) {}

    /** The ids of what was prepared. */
    record Found(List<UUID> intakes, List<UUID> draftPlans, List<UUID> runningPlans, List<Ahead> ahead) {}

    /** Lets the therapist lead exercises too, from a library that is there. */
    void addExercises() {
        portal.getBean(Staff.class)
                .as("manager", () -> portal.getBean(ExerciseService.class).addLibrary());
        jdbc.sql("""
                update practitioner set disciplines = concat(disciplines, ',EXERCISE_THERAPY')
                where id = (select id from staff_account where username = 'therapist')""").update();
        jdbc.sql("""
                insert into credential (id, practitioner_id, kind, discipline, credential_number, issuer, valid_from,
                    recorded_at, recorded_by, verified_at, verified_by, revoke_reason, operation, version)
                select ?, c.practitioner_id, c.kind, 'EXERCISE_THERAPY', 'L-exercise', c.issuer, c.valid_from,
                    c.recorded_at, c.recorded_by, c.verified_at, c.verified_by, '', ?, 0
                from credential c join staff_account a on a.id = c.practitioner_id where a.username = 'therapist'""").params(Ids.bytes(Ids.next()), Ids.bytes(Ids.next())).update();
    }

    /** Begins intake notes and plans of the chiropractor's patients. */
    Found begin() {
        return portal.getBean(Staff.class).as("chiropractor", () -> {
            var clinic = CurrentUser.current().clinics().iterator().next();
            return new Found(intakes(clinic), plans(), running(), ahead(clinic));
        });
    }

    private List<UUID> intakes(ClinicId clinic) {
        var intake = portal.getBean(IntakeService.class);
        return mine("not exists (select 1 from intake_note i where i.patient_id = r.patient_id)").stream()
                .limit(MOST)
                .map(patient -> intake.begin(patient, clinic, "").value())
                .toList();
    }

    private List<UUID> plans() {
        var plans = portal.getBean(PlanService.class);
        var begun = new ArrayList<UUID>();
        for (var patient : mine("exists (select 1 from intake_note i where i.patient_id = r.patient_id"
                + " and i.status <> 'DRAFT')")) {
            try {
                begun.add(plans.begin(patient).value());
            } catch (Refused noPlan) {
                // another patient has one
            }
        }
        return List.copyOf(begun);
    }

    private List<UUID> running() {
        return jdbc.sql("""
                select p.id from treatment_plan p where p.status = 'ACTIVE' and p.patient_id in
                    (select r.patient_id from patient_relation r
                     where r.staff_id = ? and r.from_on <= ? and r.until_on >= ?)""")
                .params(me(), today, today)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    private List<PatientId> mine(String condition) {
        return jdbc.sql("""
                select distinct r.patient_id from patient_relation r
                where r.staff_id = ? and r.from_on <= ? and r.until_on >= ? and %s""".formatted(condition))
                .params(me(), today, today)
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    /** What {@link PreparedVisits} put there: before the clinic opens, so that it is not yet at a time to move to. */
    private List<Ahead> ahead(ClinicId clinic) {
        return jdbc
                .sql("""
                select id, starts_on from appointment
                where clinic_id = ? and status = 'BOOKED' and starts_on > ? and starts_at < '08:00:00'""")
                .params(Ids.bytes(clinic.value()), today.plusDays(1))
                .query((row, n) -> new Ahead(Ids.uuid(row.getBytes(1)), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                // on Sundays nobody works, so no time is free to move to
                .filter(visit -> visit.on().getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private static byte[] me() {
        return Ids.bytes(CurrentUser.current().staff().value());
    }
}
