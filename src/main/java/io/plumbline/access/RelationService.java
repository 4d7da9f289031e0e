package io.plumbline.access;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The relations of staff who treat patients, by appointment, treatment plan or care team. They decide who may see a
 * record, together with break-glass access and {@link AskedRelationService}.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PATIENT_READ)
public class RelationService {
    /** An appointment gives access to the chart from this many days before it until this many days after it. */
    private static final int DAYS_BEFORE_APPOINTMENT = 90;

    private static final int DAYS_AFTER_APPOINTMENT = 180;

    /** For how many days who handed a treatment plan over still sees the chart because of it. */
    private static final int DAYS_AFTER_HAND_OVER = 30;

    private final RelationStore relations;
    private final ChartAccessQuery access;
    private final PatientRecords records;
    private final SensitiveReaderQuery sensitive;
    private final Clock clock;

    RelationService(
            RelationStore relations,
            ChartAccessQuery access,
            PatientRecords records,
            SensitiveReaderQuery sensitive,
            Clock clock) {
        this.relations = relations;
        this.access = access;
        this.records = records;
        this.sensitive = sensitive;
        this.clock = clock;
    }

    /** Returns the scope of records that the current user may see now. Runs at most one SQL statement, one more for limited roles. */
    public PatientScope scope() {
        var user = CurrentUser.current();
        var clinics = user.clinicsSeen();
        if (!user.isClinician()) {
            return new PatientScope(clinics, Set.of());
        }
        var related = relations.findRelated(user.staff()).within(clinics);
        var elsewhere = treatedOtherwise(user, related.patients());
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
     * Returns the current user's scope for one patient, without loading all other patients. Of a patient whose records were
     * merged, it has all the records: a query that carries its {@code patients} reads them as one. Runs at most one SQL
     * statement.
     */
    public PatientScope scopeOf(PatientId patient) {
        var user = CurrentUser.current();
        var clinics = user.clinicsSeen();
        if (!user.isClinician()) {
            return new PatientScope(clinics, Set.of());
        }
        var found = access.find(user.staff(), patient);
        return new PatientScope(
                clinics,
                found.isAny() && treatedOtherwise(user, found.records()).isEmpty() ? found.records() : Set.of());
    }

    /**
     * Refuses whoever does not see a patient's record with clinical content.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    public void requireClinical(PatientId patient) {
        if (!scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
    }

    /**
     * Returns those of some patients whom the current user treats with another role than what is done here requires: a plan
     * is not a chiropractor's who is therapist at the clinic of the patient.
     */
    private Set<PatientId> treatedOtherwise(CurrentUser user, Collection<PatientId> some) {
        return relations.findKnownOnlyAt(
                user.clinicsTreatedOtherwise(), user.clinicsAs(Role.CHIROPRACTOR, Role.THERAPIST), some);
    }

    /** Drops the cached result after the current user ended their break-glass access to a patient. */
    @Requires(Permission.BREAK_GLASS_BEGIN)
    public void breakGlassEnded(PatientId patient) {
        access.forgetAll(CurrentUser.current().staff(), patient);
    }

    /**
     * Gives the practitioner of an appointment access to the patient's chart.
     *
     * @throws Refused if the appointment is with the current user, who has only break-glass access to the
     *     patient
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void relateByAppointment(StaffId practitioner, PatientId patient, AppointmentId appointment, LocalDate on) {
        if (practitioner.equals(CurrentUser.current().staff())) {
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
     * Ends the access to a chart that an appointment gave. Access for other reasons stays. The calling code must have
     * checked that the current user may cancel or move the appointment.
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public void endRelation(StaffId practitioner, PatientId patient, AppointmentId appointment) {
        relations.end(practitioner, patient, RelationReason.APPOINTMENT, appointment.value());
        access.forgetAll(practitioner, patient);
    }

    /**
     * Gives a practitioner of a treatment plan access to the patient's chart until half a year after the last visit of
     * the plan. Never shortens access that this plan already gave.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     * @throws Refused if the current user has only break-glass access to the patient, or the patient is sensitive and a
     *     practitioner who is new to the plan is not named for the record; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void relateByPlan(StaffId practitioner, PatientId patient, PlanId plan, LocalDate first, LocalDate last) {
        requireClinical(patient);
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
     * records, or as before if they stay responsible for the plan. The calling code must have checked the current user's access
     * to the plan.
     *
     * @throws Refused if the current user has only break-glass access to the patient, or the patient is sensitive and the one
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
            access.forgetAll(from, patient);
        }
    }

    /**
     * Adds a practitioner to the care team, which gives access to the patient's chart until they leave the team.
     *
     * @return whether the practitioner was not in the care team before
     * @throws NotAvailable if the current user is a clinician without a relation to the patient
     * @throws Refused if the current user has only break-glass access to the patient, or the patient is sensitive and the
     *     practitioner is not named for the record; the message is for the user
     */
    @Transactional
    @Requires(Permission.CARE_TEAM)
    public boolean relateByCareTeam(StaffId practitioner, PatientId patient) {
        if (!CurrentUser.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
        var isMember = relations.has(practitioner, records.of(patient), RelationReason.CARE_TEAM);
        if (!isMember) {
            sensitive.requireNamed(practitioner, patient);
            var today = LocalDate.now(clock);
            relations.relate(
                    practitioner,
                    patient,
                    RelationReason.CARE_TEAM,
                    patient.value(),
                    today.minusDays(1),
                    RelationStore.NO_END);
        }
        return !isMember;
    }

    /**
     * Removes a practitioner from the care team. Access through an appointment or a treatment plan stays.
     *
     * @return whether the practitioner was in the care team
     * @throws NotAvailable if the current user is a clinician without a relation to the patient
     * @throws Refused if the current user has only break-glass access to the patient and removes a colleague
     */
    @Transactional
    @Requires(Permission.CARE_TEAM_LEAVE)
    public boolean endByCareTeam(StaffId practitioner, PatientId patient) {
        if (!CurrentUser.current().seesByClinic() && !scopeOf(patient).isClinical(patient)) {
            throw new NotAvailable();
        }
        if (!practitioner.equals(CurrentUser.current().staff())) {
            requireMoreThanReason(patient, "ask the clinic manager or a colleague on the care team");
        }
        var isEnded = relations.endAll(practitioner, records.of(patient), RelationReason.CARE_TEAM);
        access.forgetAll(practitioner, patient);
        return isEnded;
    }

    /**
     * Keeps break-glass access from turning into permanent access: a user who has nothing else cannot create
     * relations.
     *
     * @param instead whom to ask, as text that follows a colon
     * @throws Refused if the current user has only break-glass access to the patient
     */
    public void requireMoreThanReason(PatientId patient, String instead) {
        if (relations.hasBreakGlassAlone(CurrentUser.current().staff(), records.of(patient))) {
            throw new Refused("Break-glass access does not allow this: " + instead);
        }
    }
}
