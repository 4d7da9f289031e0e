package io.plumbline.access;

import io.plumbline.shared.Caller;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** For how many days after the first visit a clinician who may complete the intake note sees the chart. */
    private static final int DAYS_OF_INTAKE = 30;

    /** For how many days after an intake note is concluded the chiropractors who were asked to still see the chart. */
    private static final int DAYS_AFTER_CONCLUSION = 30;

    /**
     * For how many days after a red flag is closed the chiropractors who were asked to decide it still see the chart.
     */
    private static final int DAYS_AFTER_FLAG = 30;

    /** For how many days who handed a treatment plan over still sees the chart because of it. */
    private static final int DAYS_AFTER_HAND_OVER = 30;

    private final RelationStore relations;
    private final StaffNameQuery names;
    private final Clock clock;

    private final ChartAccessQuery access;
    private final PatientRecords records;
    private final SensitiveReaderQuery sensitive;

    RelationService(
            RelationStore relations,
            ChartAccessQuery access,
            PatientRecords records,
            StaffNameQuery names,
            SensitiveReaderQuery sensitive,
            Clock clock) {
        this.relations = relations;
        this.access = access;
        this.records = records;
        this.names = names;
        this.sensitive = sensitive;
        this.clock = clock;
    }

    /** Returns the scope of records that the caller may see now. Runs at most one SQL statement, one more for limited roles. */
    public PatientScope scope() {
        var caller = Caller.current();
        var clinics = caller.clinicsSeen();
        if (!caller.isClinician()) {
            return new PatientScope(clinics, Set.of());
        }
        var related = relations.findRelated(caller.staff()).within(clinics);
        var elsewhere = treatedOtherwise(caller, related.patients());
        return elsewhere.isEmpty()
                ? related
                : new PatientScope(
                        clinics,
                        related.patients().stream()
                                .filter(patient -> !elsewhere.contains(patient))
                                .collect(Collectors.toUnmodifiableSet()),
                        related.merged());
    }

    /**
     * Returns the caller's scope for one patient, without loading all other patients. Of a patient whose records were
     * merged, it has all the records: a query that carries its {@code patients} reads them as one. Runs at most one SQL
     * statement.
     */
    public PatientScope scopeOf(PatientId patient) {
        var caller = Caller.current();
        var clinics = caller.clinicsSeen();
        if (!caller.isClinician()) {
            return new PatientScope(clinics, Set.of());
        }
        var found = access.find(caller.staff(), patient);
        return new PatientScope(
                clinics,
                found.isAny() && treatedOtherwise(caller, found.records()).isEmpty() ? found.records() : Set.of());
    }

    /**
     * Returns those of some patients whom the caller treats with another role than what is done here requires: a plan
     * is not a chiropractor's who is therapist at the clinic of the patient.
     */
    private Set<PatientId> treatedOtherwise(Caller caller, Collection<PatientId> some) {
        return relations.findKnownOnlyAt(
                caller.clinicsTreatedOtherwise(), caller.clinicsAs(Role.CHIROPRACTOR, Role.THERAPIST), some);
    }

    /** Drops the cached result after the caller ended their break-glass access to a patient. */
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void breakGlassEnded(PatientId patient) {
        relationEnded(Caller.current().staff(), patient);
    }

    /** Drops the cached result after a relation of a staff member to a patient was deleted or shortened. */
    private void relationEnded(StaffId staff, PatientId patient) {
        records.of(patient).forEach(one -> access.forget(staff, one));
    }

    /**
     * Gives the practitioner of an appointment access to the patient's chart.
     *
     * @throws Refused if the appointment is with the caller, who has only break-glass access to the
     *     patient
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void relateByAppointment(StaffId practitioner, PatientId patient, AppointmentId appointment, LocalDate on) {
        if (practitioner.equals(Caller.current().staff())) {
            requireMoreThanReason(patient, "ask the front desk or a colleague at the clinic to book");
        }
        relations.relate(
                practitioner,
                patient,
                RelationReason.APPOINTMENT,
                appointment.value(),
                on.minusDays(DAYS_BEFORE_APPOINTMENT),
                on.plusDays(DAYS_AFTER_APPOINTMENT));
    }

    /**
     * Gives the chiropractors of a clinic, or its therapists if it has no chiropractor, access to a patient's chart so
     * that one of them can complete the intake note. Does nothing if one of them already sees the patient, for example
     * through the first visit.
     *
     * @param visit the day of the first visit
     */
    @Transactional
    @Requires(Permission.LEAD_CONVERT)
    public void relateByIntake(PatientId patient, ClinicId clinic, IntakeId note, LocalDate visit) {
        var chiropractors = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var pool = chiropractors.isEmpty() ? namesAt(Set.of(clinic), Role.THERAPIST) : chiropractors;
        if (pool.stream().noneMatch(one -> access.find(one, patient).isAny())) {
            pool.forEach(one -> relations.relate(
                    one,
                    patient,
                    RelationReason.INTAKE,
                    note.value(),
                    LocalDate.now(clock).minusDays(1),
                    visit.plusDays(DAYS_OF_INTAKE)));
        }
    }

    /**
     * Gives the chiropractors of a clinic access to a patient's chart until one of them concludes the intake note. If the
     * clinic has none, those of the caller's clinics get it.
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void relateToConclude(PatientId patient, ClinicId clinic, IntakeId note) {
        var ofClinic = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var pool = ofClinic.isEmpty() ? namesAt(Caller.current().clinics(), Role.CHIROPRACTOR) : ofClinic;
        var since = LocalDate.now(clock).minusDays(1);
        pool.forEach(one -> relations.relate(one, patient, RelationReason.INTAKE, note.value(), since, NO_END));
    }

    /** Limits the access that an intake note gave to 30 days from now, once it is concluded or amended. */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public void endToConclude(PatientId patient, IntakeId note) {
        relations.limit(
                patient,
                RelationReason.INTAKE,
                note.value(),
                LocalDate.now(clock).plusDays(DAYS_AFTER_CONCLUSION));
    }

    private Set<StaffId> namesAt(Set<ClinicId> clinics, Role role) {
        return names.findNamesAt(clinics, Set.of(role)).keySet();
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
    public Set<StaffId> relateByFlag(PatientId patient, ClinicId clinic, FlagId flag) {
        if (relations.hasChiropractor(records.of(patient))) {
            return Set.of();
        }
        var pool = namesAt(Set.of(clinic), Role.CHIROPRACTOR);
        var others = pool.stream()
                .filter(one -> !one.equals(Caller.current().staff()))
                .collect(Collectors.toUnmodifiableSet());
        var opened = new HashSet<>(others.isEmpty() ? pool : others);
        var today = LocalDate.now(clock);
        var before = relations.findEnds(patient, RelationReason.FLAG, flag.value());
        // those who no longer work at the clinic
        before.keySet().stream()
                .filter(one -> !pool.contains(one))
                .forEach(one -> end(one, patient, RelationReason.FLAG, flag.value()));
        // those who got access by this flag before keep it, the caller too
        before.keySet().stream().filter(pool::contains).forEach(opened::add);
        opened.forEach(
                one -> relations.relate(one, patient, RelationReason.FLAG, flag.value(), today.minusDays(1), NO_END));
        return opened.stream()
                .filter(one -> before.getOrDefault(one, LocalDate.MIN).isBefore(today))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void end(StaffId staff, PatientId patient, RelationReason reason, UUID source) {
        relations.end(staff, patient, reason, source);
        relationEnded(staff, patient);
    }

    /** Limits the access that a red flag gave to 30 days from now, once the flag is closed. */
    @Transactional
    @Requires(Permission.FLAG_KEEP)
    public void endByFlag(PatientId patient, FlagId flag) {
        relations.limit(
                patient, RelationReason.FLAG, flag.value(), LocalDate.now(clock).plusDays(DAYS_AFTER_FLAG));
    }

    /**
     * Ends the access to a chart that an appointment gave. Access for other reasons stays. The calling code must have
     * checked that the caller may cancel or move the appointment.
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void endRelation(StaffId practitioner, PatientId patient, AppointmentId appointment) {
        end(practitioner, patient, RelationReason.APPOINTMENT, appointment.value());
    }

    /**
     * Gives a practitioner of a treatment plan access to the patient's chart until half a year after the last visit of
     * the plan. Never shortens access that this plan already gave.
     *
     * @throws NotAvailable if the patient is not in relation to the caller
     * @throws Refused if the caller has only break-glass access to the patient, or the patient is sensitive and a
     *     practitioner who is new to the plan is not named for the record; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void relateByPlan(StaffId practitioner, PatientId patient, PlanId plan, LocalDate first, LocalDate last) {
        if (!scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        requireMoreThanReason(patient, "ask a chiropractor who treats the patient to plan");
        if (!sensitive.findHidden(practitioner, Set.of(patient)).isEmpty()
                && !relations
                        .findEnds(patient, RelationReason.PLAN, plan.value())
                        .containsKey(practitioner)) {
            sensitive.requireNamed(practitioner, patient);
        }
        relations.relate(
                practitioner,
                patient,
                RelationReason.PLAN,
                plan.value(),
                first.minusDays(DAYS_BEFORE_APPOINTMENT),
                last.plusDays(DAYS_AFTER_APPOINTMENT));
    }

    /**
     * Gives the practitioner who takes over a treatment plan access to the patient's chart until half a year after the
     * last visit of the plan. The one who hands it over keeps the access that the plan gave for 30 days, to complete the
     * records, or as before if they stay responsible for the plan. The calling code must have checked the caller's access
     * to the plan.
     *
     * @throws Refused if the caller has only break-glass access to the patient, or the patient is sensitive and the one
     *     who takes over is not named for the record; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_HAND_OVER)
    public void handOverPlan(
            StaffId from,
            StaffId to,
            PatientId patient,
            PlanId plan,
            LocalDate first,
            LocalDate last,
            boolean staysResponsible) {
        requireMoreThanReason(patient, "ask a chiropractor who treats the patient, or the manager");
        sensitive.requireNamed(to, patient);
        relations.relate(
                to,
                patient,
                RelationReason.PLAN,
                plan.value(),
                first.minusDays(DAYS_BEFORE_APPOINTMENT),
                last.plusDays(DAYS_AFTER_APPOINTMENT));
        if (!staysResponsible) {
            relations.shorten(
                    from,
                    patient,
                    RelationReason.PLAN,
                    plan.value(),
                    LocalDate.now(clock).plusDays(DAYS_AFTER_HAND_OVER));
            relationEnded(from, patient);
        }
    }

    /**
     * Adds a practitioner to the care team, which gives access to the patient's chart until they leave the team.
     *
     * @return whether the practitioner was not in the care team before
     * @throws NotAvailable if the caller is a clinician without a relation to the patient
     * @throws Refused if the caller has only break-glass access to the patient, or the patient is sensitive and the
     *     practitioner is not named for the record; the message is for the user
     */
    @Transactional
    @Requires(Permission.CARE_TEAM)
    public boolean relateByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
        var isMember = relations.has(practitioner, records.of(patient), RelationReason.CARE_TEAM);
        if (!isMember) {
            sensitive.requireNamed(practitioner, patient);
            var today = LocalDate.now(clock);
            relations.relate(
                    practitioner, patient, RelationReason.CARE_TEAM, patient.value(), today.minusDays(1), NO_END);
        }
        return !isMember;
    }

    /**
     * Removes a practitioner from the care team. Access through an appointment or a treatment plan stays.
     *
     * @return whether the practitioner was in the care team
     * @throws NotAvailable if the caller is a clinician without a relation to the patient
     * @throws Refused if the caller has only break-glass access to the patient and removes a colleague
     */
    @Transactional
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean endByCareTeam(StaffId practitioner, PatientId patient) {
        if (!Caller.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        if (!practitioner.equals(Caller.current().staff())) {
            requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
        }
        var isEnded = relations.endAll(practitioner, records.of(patient), RelationReason.CARE_TEAM);
        relationEnded(practitioner, patient);
        return isEnded;
    }

    /**
     * Keeps break-glass access from turning into permanent access: a caller who has nothing else cannot create
     * relations.
     *
     * @param instead whom to ask, as text that follows a colon
     * @throws Refused if the caller has only break-glass access to the patient
     */
    public void requireMoreThanReason(PatientId patient, String instead) {
        if (relations.hasBreakGlassAlone(Caller.current().staff(), records.of(patient))) {
            throw new Refused("Break-glass access does not allow this: " + instead);
        }
    }
}
