package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.OncePerTransaction;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The relation of staff to patients, and what is open with a reason: why a person may see a record. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class RelationService {
    /** An appointment opens the chart this many days before it and leaves it open this many days after. */
    private static final int DAYS_BEFORE_APPOINTMENT = 90;

    private static final int DAYS_AFTER_APPOINTMENT = 180;

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    /** Who may go on with the intake note of somebody new sees the chart for so long after the first visit. */
    private static final int DAYS_OF_INTAKE = 30;

    /** Who was to decide a red flag sees the chart for so long after it is over. */
    private static final int DAYS_AFTER_FLAG = 30;

    private final JdbcClient jdbc;
    private final StaffNames names;
    private final Clock clock;

    /** One deed asks of the same patient in several rooms. */
    private final OncePerTransaction<Pair, Boolean> related = new OncePerTransaction<>(this::isRelated);

    private record Pair(StaffId staff, PatientId patient) {}

    RelationService(JdbcClient jdbc, StaffNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /** Whose records the caller reaches now; at most one statement. */
    public PatientScope scope() {
        var caller = Caller.current();
        return new PatientScope(
                caller.seesByClinic() ? caller.clinics() : Set.of(),
                caller.isClinician() ? related(caller.staff()) : Set.of());
    }

    /** Whether and how the caller reaches one patient now, without reading all the others; at most one statement. */
    public PatientScope scopeOf(PatientId patient) {
        var caller = Caller.current();
        return new PatientScope(
                caller.seesByClinic() ? caller.clinics() : Set.of(),
                caller.isClinician() && reaches(new Pair(caller.staff(), patient)) ? Set.of(patient) : Set.of());
    }

    /** Who may is remembered for this deed; who may not yet may be let in by it. */
    private boolean reaches(Pair pair) {
        var isRelated = related.of(pair);
        if (!isRelated) {
            related.forget(pair);
        }
        return isRelated;
    }

    /** What let somebody see a patient has ended just now, or not all of it. */
    void relationEnded(StaffId staff, PatientId patient) {
        related.forget(new Pair(staff, patient));
    }

    /**
     * Opens the chart of a patient to the practitioner whom an appointment is with.
     *
     * @throws IllegalStateException if it is with the caller, who sees the patient by a reason alone
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void relateByAppointment(StaffId practitioner, PatientId patient, UUID appointment, LocalDate on) {
        if (practitioner.equals(Caller.current().staff())) {
            requireMoreThanReason(patient, "ask the front desk or a colleague of the clinic to book");
        }
        relate(
                practitioner,
                patient,
                RelationReason.APPOINTMENT,
                appointment,
                on.minusDays(DAYS_BEFORE_APPOINTMENT),
                on.plusDays(DAYS_AFTER_APPOINTMENT));
    }

    /**
     * Opens the chart of a patient to the chiropractors of a clinic, so that one of them goes on with the intake note;
     * nothing where one of them sees the patient already, as by the first visit.
     *
     * @param visit the day of the first visit
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void relateByIntake(PatientId patient, ClinicId clinic, UUID note, LocalDate visit) {
        var pool = names.at(Set.of(clinic), Set.of(Role.CHIROPRACTOR)).keySet();
        if (pool.stream().noneMatch(one -> isRelated(new Pair(one, patient)))) {
            pool.forEach(one -> relate(
                    one,
                    patient,
                    RelationReason.INTAKE,
                    note,
                    LocalDate.now(clock).minusDays(1),
                    visit.plusDays(DAYS_OF_INTAKE)));
        }
    }

    /**
     * Opens the chart of a patient whom no chiropractor looks after to the chiropractors of a clinic, so that one of them
     * decides a red flag; one that it had opened before is open again. Whoever opened the chart with a reason looks after
     * nobody, and is let in only where the clinic has no other chiropractor.
     *
     * @return to whom it was opened
     */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public Set<StaffId> relateByFlag(PatientId patient, ClinicId clinic, UUID flag) {
        if (untilOfFlag(patient, flag, NO_END) > 0 || hasChiropractor(patient)) {
            return Set.of();
        }
        var pool = names.at(Set.of(clinic), Set.of(Role.CHIROPRACTOR)).keySet();
        var others = pool.stream()
                .filter(one -> !one.equals(Caller.current().staff()))
                .collect(Collectors.toUnmodifiableSet());
        var opened = others.isEmpty() ? Set.copyOf(pool) : others;
        opened.forEach(one -> relate(
                one, patient, RelationReason.FLAG, flag, LocalDate.now(clock).minusDays(1), NO_END));
        return opened;
    }

    /** Lets the chart that a red flag had opened be closed a while after the flag is over. */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public void endByFlag(PatientId patient, UUID flag) {
        untilOfFlag(patient, flag, LocalDate.now(clock).plusDays(DAYS_AFTER_FLAG));
    }

    private int untilOfFlag(PatientId patient, UUID flag, LocalDate until) {
        return jdbc.sql(
                        "update patient_relation set until_on = ? where patient_id = ? and reason = ? and source_id = ?")
                .params(until, Ids.bytes(patient.value()), RelationReason.FLAG.name(), Ids.bytes(flag))
                .update();
    }

    /** Whether a chiropractor who can sign in sees the patient for more than a reason or another flag. */
    private boolean hasChiropractor(PatientId patient) {
        return jdbc
                .sql("""
                select distinct s.roles from patient_relation r join staff_account s on s.id = r.staff_id
                where r.patient_id = :patient and r.reason <> :flag and r.until_on >= :today and r.from_on <= :today
                  and s.status = 'ACTIVE'""")
                .param("patient", Ids.bytes(patient.value()))
                .param("flag", RelationReason.FLAG.name())
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(roles -> RolesColumn.roles(roles).contains(Role.CHIROPRACTOR));
    }

    /** Closes the chart that an appointment had opened, where nothing else keeps it open. */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public void endRelation(StaffId practitioner, PatientId patient, UUID appointment) {
        jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ? and source_id = ?")
                .params(
                        Ids.bytes(practitioner.value()),
                        Ids.bytes(patient.value()),
                        RelationReason.APPOINTMENT.name(),
                        Ids.bytes(appointment))
                .update();
        relationEnded(practitioner, patient);
    }

    /**
     * Opens the chart of a patient to a practitioner of their treatment plan, until half a year after its last visit;
     * one that is open for this plan already stays open for longer.
     *
     * @throws NoSuchElementException if the patient is not in relation to the caller
     * @throws IllegalStateException if the caller sees the patient by a reason alone
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void relateByPlan(StaffId practitioner, PatientId patient, UUID plan, LocalDate first, LocalDate last) {
        if (!scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        requireMoreThanReason(patient, "ask a chiropractor who treats the patient to plan");
        relate(
                practitioner,
                patient,
                RelationReason.PLAN,
                plan,
                first.minusDays(DAYS_BEFORE_APPOINTMENT),
                last.plusDays(DAYS_AFTER_APPOINTMENT));
    }

    /**
     * Opens the chart of a patient to a practitioner of the care team, until they leave it.
     *
     * @return whether they were not in it before
     * @throws NoSuchElementException if a clinician asks who is not in relation to the patient
     * @throws IllegalStateException if the caller sees the patient by a reason alone
     */
    @Transactional
    @Requires(Permission.CARE_TEAM)
    public boolean relateByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        requireMoreThanReason(patient, "ask the clinic's manager or a colleague of the care team");
        var isMember = jdbc.sql("""
                select 1 from patient_relation where staff_id = ? and patient_id = ? and reason = ? limit 1""")
                .params(Ids.bytes(practitioner.value()), Ids.bytes(patient.value()), RelationReason.CARE_TEAM.name())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!isMember) {
            var today = LocalDate.now(clock);
            relate(practitioner, patient, RelationReason.CARE_TEAM, patient.value(), today.minusDays(1), NO_END);
        }
        return !isMember;
    }

    /**
     * Ends a place on the care team; the chart stays open to them where an appointment or a plan keeps it open.
     *
     * @return whether they were in it
     * @throws NoSuchElementException if a clinician asks who is not in relation to the patient
     * @throws IllegalStateException if somebody takes a colleague out who sees the patient by a reason alone
     */
    @Transactional
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean endByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        if (!practitioner.equals(Caller.current().staff())) {
            requireMoreThanReason(patient, "ask the clinic's manager or a colleague of the care team");
        }
        var ended = jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ?")
                .params(Ids.bytes(practitioner.value()), Ids.bytes(patient.value()), RelationReason.CARE_TEAM.name())
                .update();
        relationEnded(practitioner, patient);
        return ended > 0;
    }

    /**
     * Refuses what would turn an hour with a reason into access without end: whoever sees a patient by that alone gives
     * nobody a relation that lasts.
     *
     * @param instead whom to ask, in words that follow a colon
     * @throws IllegalStateException if the caller sees the patient by a reason alone
     */
    public void requireMoreThanReason(PatientId patient, String instead) {
        var now = clock.instant();
        jdbc.sql("""
                select 1 from opening_with_reason o
                where o.staff_id = :staff and o.patient_id = :patient and o.until_at > :now
                  and not exists (
                    select 1 from patient_relation r where r.staff_id = o.staff_id and r.patient_id = o.patient_id
                      and r.until_on >= :today and r.from_on <= :today)
                limit 1""")
                .param("staff", Ids.bytes(Caller.current().staff().value()))
                .param("patient", Ids.bytes(patient.value()))
                .param("now", Utc.of(now))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .ifPresent(byReasonAlone -> {
                    throw new IllegalStateException("You opened this record with a reason: " + instead);
                });
    }

    private void relate(
            StaffId staff, PatientId patient, RelationReason reason, UUID source, LocalDate from, LocalDate until) {
        var longer = jdbc.sql("""
                update patient_relation set until_on = case when until_on < ? then ? else until_on end
                where staff_id = ? and patient_id = ? and reason = ? and source_id = ?""")
                .params(
                        until,
                        until,
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason.name(),
                        Ids.bytes(source))
                .update();
        if (longer > 0) {
            return;
        }
        jdbc.sql("""
                insert into patient_relation (staff_id, patient_id, reason, source_id, from_on, until_on)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason.name(),
                        Ids.bytes(source),
                        from,
                        until)
                .update();
    }

    private boolean isRelated(Pair pair) {
        var now = clock.instant();
        return jdbc.sql("""
                select 1 from patient_relation
                where staff_id = :staff and patient_id = :patient and until_on >= :today and from_on <= :today
                union all
                select 1 from opening_with_reason
                where staff_id = :staff and patient_id = :patient and until_at > :now
                limit 1""")
                .param("staff", Ids.bytes(pair.staff().value()))
                .param("patient", Ids.bytes(pair.patient().value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    // Days are those of UTC: at the edges of half a year the hour does not matter.
    private Set<PatientId> related(StaffId staff) {
        var now = clock.instant();
        return jdbc
                .sql("""
                select patient_id from patient_relation
                where staff_id = :staff and until_on >= :today and from_on <= :today
                union
                select patient_id from opening_with_reason where staff_id = :staff and until_at > :now""")
                .param("staff", Ids.bytes(staff.value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
