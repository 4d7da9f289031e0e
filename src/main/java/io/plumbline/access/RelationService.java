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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages the relations between staff and patients, which decide, together with break-glass access, who may see a
 * record.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class RelationService {
    /** An appointment gives access to the chart from this many days before it until this many days after it. */
    private static final int DAYS_BEFORE_APPOINTMENT = 90;

    private static final int DAYS_AFTER_APPOINTMENT = 180;

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    /** For how many days after the first visit a chiropractor who may complete the intake note sees the chart. */
    private static final int DAYS_OF_INTAKE = 30;

    /**
     * For how many days after a red flag is closed the chiropractors who were asked to decide it still see the chart.
     */
    private static final int DAYS_AFTER_FLAG = 30;

    private final JdbcClient jdbc;
    private final StaffNameQuery names;
    private final Clock clock;

    /** Cached per transaction because one request checks the same patient in several modules. */
    private final OncePerTransaction<Pair, Boolean> related = new OncePerTransaction<>(this::isRelated);

    private record Pair(StaffId staff, PatientId patient) {}

    RelationService(JdbcClient jdbc, StaffNameQuery names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /** Returns the scope of records that the caller may see now. Runs at most one SQL statement. */
    public PatientScope scope() {
        var caller = Caller.current();
        return new PatientScope(
                caller.seesByClinic() ? caller.clinics() : Set.of(),
                caller.isClinician() ? related(caller.staff()) : Set.of());
    }

    /**
     * Returns the caller's scope for one patient, without loading all other patients. Runs at most one SQL statement.
     */
    public PatientScope scopeOf(PatientId patient) {
        var caller = Caller.current();
        return new PatientScope(
                caller.seesByClinic() ? caller.clinics() : Set.of(),
                caller.isClinician() && reaches(new Pair(caller.staff(), patient)) ? Set.of(patient) : Set.of());
    }

    /** Caches only positive results: the current transaction may still create a missing relation. */
    private boolean reaches(Pair pair) {
        var isRelated = related.of(pair);
        if (!isRelated) {
            related.forget(pair);
        }
        return isRelated;
    }

    /** Drops the cached result after the caller ended their break-glass access to a patient. */
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void breakGlassEnded(PatientId patient) {
        relationEnded(Caller.current().staff(), patient);
    }

    /** Drops the cached result after a relation of a staff member to a patient was deleted or shortened. */
    private void relationEnded(StaffId staff, PatientId patient) {
        related.forget(new Pair(staff, patient));
    }

    /**
     * Gives the practitioner of an appointment access to the patient's chart.
     *
     * @throws IllegalStateException if the appointment is with the caller, who has only break-glass access to the
     *     patient
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
     * Gives the chiropractors of a clinic access to a patient's chart so that one of them can complete the intake note.
     * Does nothing if one of them already sees the patient, for example through the first visit.
     *
     * @param visit the day of the first visit
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void relateByIntake(PatientId patient, ClinicId clinic, UUID note, LocalDate visit) {
        var pool = names.findNamesAt(Set.of(clinic), Set.of(Role.CHIROPRACTOR)).keySet();
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
     * Gives the chiropractors of a clinic access to the chart of a patient who has no chiropractor, so that one of them
     * can decide a red flag. Renews access that the flag gave before to those who still work there, and ends that of
     * the others. A caller with only break-glass access does not
     * count as the patient's chiropractor and gets access only if the clinic has no other chiropractor.
     *
     * @return the chiropractors who got access and had none by this flag
     */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public Set<StaffId> relateByFlag(PatientId patient, ClinicId clinic, UUID flag) {
        if (hasChiropractor(patient)) {
            return Set.of();
        }
        var pool = names.findNamesAt(Set.of(clinic), Set.of(Role.CHIROPRACTOR)).keySet();
        var others = pool.stream()
                .filter(one -> !one.equals(Caller.current().staff()))
                .collect(Collectors.toUnmodifiableSet());
        var opened = new HashSet<>(others.isEmpty() ? pool : others);
        var today = LocalDate.now(clock);
        var before = untilByFlag(patient, flag);
        before.keySet().stream().filter(one -> !pool.contains(one)).forEach(one -> closeByFlag(one, patient, flag));
        // those who got access by this flag before keep it, the caller too
        before.keySet().stream().filter(pool::contains).forEach(opened::add);
        opened.forEach(one -> relate(one, patient, RelationReason.FLAG, flag, today.minusDays(1), NO_END));
        return opened.stream()
                .filter(one -> before.getOrDefault(one, LocalDate.MIN).isBefore(today))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns until when a flag gave access to a patient's chart, by who got it. */
    private Map<StaffId, LocalDate> untilByFlag(PatientId patient, UUID flag) {
        var until = new HashMap<StaffId, LocalDate>();
        jdbc.sql(
                        "select staff_id, until_on from patient_relation where patient_id = ? and reason = ? and source_id = ?")
                .params(Ids.bytes(patient.value()), RelationReason.FLAG.name(), Ids.bytes(flag))
                .query((RowCallbackHandler) row -> until.put(
                        new StaffId(Ids.uuid(row.getBytes("staff_id"))), row.getObject("until_on", LocalDate.class)));
        return until;
    }

    /** Ends the access of a chiropractor who no longer works at the clinic. */
    private void closeByFlag(StaffId staff, PatientId patient, UUID flag) {
        jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ? and source_id = ?")
                .params(
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        RelationReason.FLAG.name(),
                        Ids.bytes(flag))
                .update();
        relationEnded(staff, patient);
    }

    /** Limits the access that a red flag gave to 30 days from now, once the flag is closed. */
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

    /**
     * Returns whether a chiropractor who can sign in has a relation to the patient. Relations through red flags and
     * break-glass access do not count.
     */
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

    /** Ends the access to a chart that an appointment gave. Access for other reasons stays. */
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
     * Gives a practitioner of a treatment plan access to the patient's chart until half a year after the last visit of
     * the plan. Never shortens access that this plan already gave.
     *
     * @throws NoSuchElementException if the patient is not in relation to the caller
     * @throws IllegalStateException if the caller has only break-glass access to the patient
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
     * Adds a practitioner to the care team, which gives access to the patient's chart until they leave the team.
     *
     * @return whether the practitioner was not in the care team before
     * @throws NoSuchElementException if the caller is a clinician without a relation to the patient
     * @throws IllegalStateException if the caller has only break-glass access to the patient
     */
    @Transactional
    @Requires(Permission.CARE_TEAM)
    public boolean relateByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
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
     * Removes a practitioner from the care team. Access through an appointment or a treatment plan stays.
     *
     * @return whether the practitioner was in the care team
     * @throws NoSuchElementException if the caller is a clinician without a relation to the patient
     * @throws IllegalStateException if the caller has only break-glass access to the patient and removes a colleague
     */
    @Transactional
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean endByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
        if (!practitioner.equals(Caller.current().staff())) {
            requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
        }
        var ended = jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ?")
                .params(Ids.bytes(practitioner.value()), Ids.bytes(patient.value()), RelationReason.CARE_TEAM.name())
                .update();
        relationEnded(practitioner, patient);
        return ended > 0;
    }

    /**
     * Keeps break-glass access from turning into permanent access: a caller who has nothing else cannot create
     * relations.
     *
     * @param instead whom to ask, as text that follows a colon
     * @throws IllegalStateException if the caller has only break-glass access to the patient
     */
    public void requireMoreThanReason(PatientId patient, String instead) {
        var now = clock.instant();
        jdbc.sql("""
                select 1 from break_glass_access o
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
                select 1 from break_glass_access
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

    // Uses UTC days: over half a year, the hour at either end does not matter.
    private Set<PatientId> related(StaffId staff) {
        var now = clock.instant();
        return jdbc
                .sql("""
                select patient_id from patient_relation
                where staff_id = :staff and until_on >= :today and from_on <= :today
                union
                select patient_id from break_glass_access where staff_id = :staff and until_at > :now""")
                .param("staff", Ids.bytes(staff.value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
