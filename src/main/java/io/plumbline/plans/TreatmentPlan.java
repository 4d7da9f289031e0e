package io.plumbline.plans;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import io.plumbline.taper.CareGrowth;
import io.plumbline.taper.StartedCare;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A treatment plan of a patient: its status and who is responsible for it, with its {@link PlannedCare care} and its
 * {@link PlanLog record}. Each of its verbs asks the status, changes the care, and leaves a row or an event of it.
 */
@Entity
@Table(name = "treatment_plan")
class TreatmentPlan extends Aggregate<TreatmentPlan> {
    private PatientId patientId;
    private ClinicId clinicId;
    private UUID intakeId;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private Instant createdAt;
    private StaffId createdBy;
    private boolean awaitsAgreement;
    private @Nullable StaffId responsibleId;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable FlagLevel openFlagLevel;

    private @Nullable String activeKey;

    @Embedded
    private PlannedCare care = new PlannedCare();

    @Embedded
    private PlanLog log = new PlanLog();

    static TreatmentPlan begun(
            PatientId patient, ClinicId clinic, IntakeId intake, PlanDraft draft, StaffId by, Instant at) {
        var plan = new TreatmentPlan();
        plan.id = Ids.next();
        plan.patientId = patient;
        plan.clinicId = clinic;
        plan.intakeId = intake.value();
        plan.status = PlanStatus.DRAFT;
        plan.createdAt = at;
        plan.createdBy = by;
        plan.responsibleId = by;
        plan.describe(draft);
        plan.registerEvent(new PlanEvent.Edited(plan.id(), patient, 0, List.of("begun")));
        return plan;
    }

    /** Writes a draft; after activation, a change is a revision. */
    void write(PlanDraft draft) {
        if (status != PlanStatus.DRAFT) {
            throw new NoLongerDraft(
                    "This plan is " + status.label().toLowerCase(Locale.ROOT) + "; only a draft can be edited");
        }
        var before = care.draft();
        describe(draft);
        registerEvent(new PlanEvent.Edited(
                id(), patientId, version() + 1, RecordVersions.changedFields(before, care.draft())));
    }

    private void describe(PlanDraft draft) {
        care.write(draft);
        awaitsAgreement = draft.isComplete();
    }

    /** Records what has become of a contributing factor of a running plan. */
    void noteFactor(String code, PlanFactor.Status now) {
        require(status.isRunning(), "does not change its contributing factors");
        care.noteFactor(code, now);
        registerEvent(new PlanEvent.FactorNoted(id(), patientId, code, now));
    }

    /**
     * Activates the plan with the visits of its phases. Those that are carried over count as delivered.
     *
     * @param rules those of each phase in which services are planned; they stay as they are from now on
     * @param cautions what was answered to what stands against the plan
     * @throws Refused if something is missing; the message is for the user
     * @throws Refused if its status does not allow it
     */
    void activate(
            StartedCare started,
            List<PhaseRules> rules,
            PatientAgreement agreement,
            PlanCautions.Answered cautions,
            StaffId by,
            Instant at) {
        require(status == PlanStatus.DRAFT, "cannot be activated");
        care.begin(started, rules);
        moveTo(PlanStatus.ACTIVE, cautions.words(), by, at);
        responsibleId = by;
        awaitsAgreement = false;
        activeKey = care.complaintOf(patientId);
        log.activate(care.draft(), agreement, cautions.words(), by, at);
        registerEvent(new PlanEvent.Activated(
                id(), patientId, care.plannedVisits(), agreement.way(), cautions.cautions(), cautions.choice()));
    }

    /**
     * Puts the plan on hold: its visits cannot be booked and none is missed until it is resumed. It keeps its
     * complaint, so that no second plan starts in the meantime.
     *
     * @param today the day at the clinic
     */
    void hold(String reason, StaffId by, Instant at, LocalDate today) {
        told(PlanStatus.ON_HOLD, reason, by, at);
        heldOn = today;
    }

    /**
     * Resumes the plan: the remaining visits are rescheduled from today on.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     */
    void resume(String reason, StaffId by, Instant at, LocalDate today, Predicate<LocalDate> isOpen) {
        require(status == PlanStatus.ON_HOLD, "cannot be resumed");
        told(PlanStatus.ACTIVE, reason, by, at);
        heldOn = null;
        care.moveOnFrom(today, isOpen);
    }

    /** Takes a draft off the list of those that wait for the patient's agreement; its next edit puts it back. */
    void stopAwaitingAgreement() {
        awaitsAgreement = false;
    }

    /**
     * Ends the plan for good: its open visits end with it, and its complaint is free for another plan.
     *
     * @param today the day at the clinic
     */
    void end(PlanStatus as, String reason, StaffId by, Instant at, LocalDate today) {
        told(as, reason, by, at);
        heldOn = null;
        endedOn = endedOn == null ? today : endedOn;
        activeKey = null;
    }

    /**
     * Hands the visits that a practitioner has not delivered yet over to another, and the responsibility for the plan
     * where the other may have it. It is no revision: the care stays as agreed.
     *
     * @param mayBeResponsible whether the other may be responsible for plans
     * @return whether there was something to hand over
     * @throws Refused if the plan is neither active nor on hold; the message is for the user
     */
    boolean handOver(StaffId from, StaffId to, boolean mayBeResponsible, StaffId by, Instant at) {
        require(status.isRunning(), "cannot be handed over");
        var open = care.planned().openWith(from);
        var becomesResponsible = mayBeResponsible && isResponsible(from);
        if (open.isEmpty() && !becomesResponsible) {
            return false;
        }
        care.handOver(open, from, to);
        responsibleId = becomesResponsible ? to : responsibleId;
        log.add(PlanHandOver.of(from, to, open.size(), becomesResponsible, by, at));
        registerEvent(new PlanEvent.HandedOver(id(), patientId, from, to, open.size(), becomesResponsible));
        return true;
    }

    boolean isResponsible(StaffId practitioner) {
        return practitioner.equals(responsibleId);
    }

    private void told(PlanStatus next, String reason, StaffId by, Instant at) {
        var before = status;
        moveTo(next, TextLimit.required("The reason", reason, 400), by, at);
        registerEvent(new PlanEvent.StatusChanged(id(), patientId, before, next));
    }

    private void moveTo(PlanStatus next, String reason, StaffId by, Instant at) {
        require(status.next().contains(next), "cannot become " + next.label().toLowerCase(Locale.ROOT));
        log.add(PlanMove.of(status, next, reason, by, at));
        status = next;
    }

    private void require(boolean isAllowed, String otherwise) {
        if (!isAllowed) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " " + otherwise);
        }
    }

    /**
     * Counts a treatment as the visit that it was planned or booked as, otherwise as the next of its service; returns
     * false if it counts as none.
     */
    boolean deliver(DeliveredVisit delivered) {
        if (isOverOn(delivered.on())) {
            return false;
        }
        var visit = care.deliver(delivered, revision());
        visit.ifPresent(counted -> registerEvent(
                new PlanEvent.VisitDelivered(id(), patientId, counted, care.deliveredVisits(), care.plannedVisits())));
        return visit.isPresent();
    }

    /** Takes back the delivery that a note documented; it was entered in error. */
    void takeBack(NoteId note) {
        care.takeBack(
                note,
                visit -> registerEvent(new PlanEvent.DeliveryTakenBack(
                        id(), patientId, visit, care.deliveredVisits(), care.plannedVisits())));
    }

    /**
     * Returns whether the plan had ended before a day, or was entered in error; a late note of a treatment before its
     * end still counts.
     */
    boolean isOverOn(LocalDate day) {
        return status == PlanStatus.ENTERED_IN_ERROR || endedOn != null && day.isAfter(endedOn);
    }

    /** Returns whether another plan treats the same complaint; records of one patient that were merged count as one. */
    boolean isForComplaintOf(TreatmentPlan other) {
        return !id().equals(other.id()) && care.complaintOf(patientId).equals(other.care.complaintOf(patientId));
    }

    void openFlagIs(@Nullable FlagLevel level) {
        openFlagLevel = level;
    }

    /**
     * Decides on the course of the plan: visits of phases that end are removed unless booked, visits are added, and the
     * remaining visits are planned from today on.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     * @throws Refused if the plan is not active, the patient has not agreed to more care, or there is no such step; the
     *     message is for the user
     */
    void decide(
            StepOrder order,
            StepProposal proposal,
            StaffId by,
            Instant at,
            LocalDate today,
            Predicate<LocalDate> isOpen) {
        require(isActive(), "takes no step");
        var before = care.draft();
        var change = care.change(today, isOpen);
        change.apply(order);
        care.take(change);
        if (!before.services().equals(change.services())) {
            var why = order.decided().label() + (order.reason().isEmpty() ? "" : ": " + order.reason());
            log.revise(before, care.draft(), new PlanRevisionService.Order(why, order.agreement()), change, by, at);
        }
        log.add(PlanDecision.of(order, proposal, change, by, at));
        if (order.decided() == Step.REFER) {
            care.referralIsOpen(today);
        }
        registerEvent(new PlanEvent.Decided(
                id(), patientId, proposal.step(), order.decided(), change.added(), change.removed()));
    }

    /**
     * Revises the plan: delivered visits stay, the others are planned again from today on. Booking and moving is no
     * revision.
     *
     * @param rules those of each phase in which services are planned
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     * @throws Refused if the plan is not active, nothing changes, the patient has not agreed to more care, or the
     *     revision would change what is past or booked; the message is for the user
     */
    void revise(
            PlanDraft to,
            List<PhaseRules> rules,
            PlanRevisionService.Order order,
            StaffId by,
            Instant at,
            LocalDate today,
            Predicate<LocalDate> isOpen) {
        require(isActive(), "cannot be revised");
        var before = care.draft();
        var revised = RecordVersions.with(to, PlanDraft.NOT_REVISED, before);
        if (RecordVersions.changedFields(before, revised).isEmpty()) {
            throw new Refused("Nothing has changed: the plan stays as it is");
        }
        var growth = CareGrowth.between(before.services(), revised.services(), care.start());
        if (!growth.isNone() && order.agreement() == null) {
            throw new Refused("The patient must agree to " + growth.words() + ": record who agreed and how");
        }
        if (order.agreement() != null) {
            order.agreement().refuseAfter(today);
        }
        var change = care.change(today, isOpen);
        change.revise(revised);
        // a patient who is worse is judged from the examination on, not from another plan
        var isCourseRevised = !before.services().equals(revised.services()) && !care.isWorse();
        care.take(change, revised, rules, isCourseRevised);
        activeKey = care.complaintOf(patientId);
        log.revise(before, care.draft(), order, change, by, at);
        registerEvent(
                new PlanEvent.Revised(id(), patientId, revision(), RecordVersions.changedFields(before, care.draft())));
    }

    /** Returns the number of the current revision; 1 is what was activated. */
    int revision() {
        return log.revision();
    }

    /**
     * Records a re-evaluation, from which the next one counts.
     *
     * @param facts the goals that were compared, as a text
     * @param on the day at the clinic for which it counts
     */
    void reevaluate(
            ReevaluationDecision decided,
            List<GoalFact> facts,
            String reason,
            String rulesVersion,
            StaffId by,
            Instant at,
            LocalDate on) {
        var course = ReevaluationRules.courseOf(facts);
        var words = facts.stream().map(GoalFact::words).collect(Collectors.joining("; "));
        care.reevaluate(course, on);
        log.add(PlanDecision.reevaluated(decided, course, care.currentPhase(), words, reason, rulesVersion, by, at));
        registerEvent(new PlanEvent.Reevaluated(id(), patientId, decided, course));
    }

    /** Settles a decision to refer the patient: a referral is written. */
    void referralIsWritten() {
        care.referralIsOpen(null);
    }

    /**
     * Opens a decision to refer the patient again: the referral that was written was entered in error.
     *
     * @param since the day of the decision at the clinic
     */
    void referralIsOpenAgain(LocalDate since) {
        care.referralIsOpen(since);
    }

    /**
     * Takes back the decision to refer the patient.
     *
     * @throws Refused if there is none, or the reason is missing; the message is for the user
     */
    void takeBackReferral(String reason, StaffId by, Instant at) {
        require(care.referralOpenOn() != null, "has no referral that is still to be written");
        log.add(PlanDecision.referralTakenBack(
                care.currentPhase(), TextLimit.required("The reason", reason, 400), by, at));
        care.referralIsOpen(null);
        registerEvent(new PlanEvent.ReferralTakenBack(id(), patientId));
    }

    boolean isActive() {
        return status == PlanStatus.ACTIVE;
    }

    /**
     * Returns the care, to read it, to book its visits and to keep what the facts propose. What depends on the status, or
     * is on record, is asked of the plan.
     */
    PlannedCare care() {
        return care;
    }

    PlanId id() {
        return new PlanId(id);
    }

    PatientId patient() {
        return patientId;
    }

    ClinicId clinic() {
        return clinicId;
    }

    IntakeId intake() {
        return new IntakeId(intakeId);
    }

    PlanStatus status() {
        return status;
    }

    @Nullable
    FlagLevel openFlag() {
        return openFlagLevel;
    }

    @Nullable
    LocalDate heldOn() {
        return heldOn;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected TreatmentPlan() {}
}
