package io.plumbline.plans;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts.Reevaluation;
import io.plumbline.phases.StepProposal;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.NoLongerDraft;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.taper.CareGrowth;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "treatment_plan")
class TreatmentPlan extends AbstractAggregateRoot<TreatmentPlan> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;
    private ClinicId clinicId;
    private UUID intakeId;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private Instant createdAt;
    private StaffId createdBy;
    private @Nullable Instant activatedAt;
    private @Nullable StaffId activatedBy;
    private int plannedVisits;
    private int deliveredVisits;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate endsOn;
    private boolean awaitsAgreement;
    private @Nullable StaffId responsibleId;
    private LocalDate bookedUntil;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable FlagLevel openFlagLevel;

    private @Nullable String activeKey;

    @Embedded
    private PlanPhases phases = new PlanPhases();

    @Embedded
    private PlanContent content = new PlanContent();

    @Embedded
    private PlanLog log = new PlanLog();

    @OneToMany(
            cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE},
            orphanRemoval = true)
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PlannedVisit> visits = new ArrayList<>();

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
        plan.bookedUntil = PlannedVisits.NEVER;
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
        var before = draft();
        describe(draft);
        registerEvent(
                new PlanEvent.Edited(id(), patientId, version() + 1, RecordVersions.changedFields(before, draft())));
    }

    private void describe(PlanDraft draft) {
        content.write(draft);
        phases.describe(draft.phases());
        awaitsAgreement = status == PlanStatus.DRAFT && draft.isComplete();
        dueOn = status == PlanStatus.DRAFT ? draft.startsOn() : dueOn;
    }

    /** Records what has become of a contributing factor of a running plan. */
    void noteFactor(String code, PlanFactor.Status now) {
        if (!status.isRunning()) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT)
                    + " does not change its contributing factors");
        }
        content.noteFactor(code, now);
        registerEvent(new PlanEvent.FactorNoted(id(), patientId, code, now));
    }

    /**
     * Activates the plan with the visits of its phases. Those that are carried over count as delivered.
     *
     * @param rules those of each phase in which services are planned; they stay as they are from now on
     * @throws Refused if something is missing; the message is for the user
     * @throws Refused if its status does not allow it
     */
    void activate(StartedCare care, List<PhaseRules> rules, PatientAgreement agreement, StaffId by, Instant at) {
        if (status != PlanStatus.DRAFT) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be activated");
        }
        var start = content.startOfComplete();
        if (care.ahead().isEmpty()) {
            throw new Refused("The plan has no visits yet: add a service to a phase");
        }
        care.before().forEach(visit -> plan(visit).carryOver());
        care.ahead().forEach(this::plan);
        deliveredVisits = care.before().size();
        moveTo(PlanStatus.ACTIVE, "", by, at);
        activatedAt = at;
        activatedBy = by;
        responsibleId = by;
        awaitsAgreement = false;
        plannedVisits = visits.size();
        phases.describe(rules);
        phases.start(draft().plannedPhases(), start);
        activeKey = content.complaintOf(patientId);
        log.activate(draft(), agreement, by, at);
        recalculate();
        registerEvent(new PlanEvent.Activated(id(), patientId, plannedVisits, agreement.way()));
    }

    private PlannedVisit plan(Taper.Visit visit) {
        var planned = PlannedVisit.of(visit, visits.size() + 1);
        visits.add(planned);
        return planned;
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
        if (status != PlanStatus.ON_HOLD) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be resumed");
        }
        told(PlanStatus.ACTIVE, reason, by, at);
        heldOn = null;
        planned().moveOnFrom(today, content.services(), isOpen);
        recalculate();
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
        if (!status.isRunning()) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be handed over");
        }
        var open = planned().openWith(from);
        var becomesResponsible = mayBeResponsible && isResponsible(from);
        if (open.isEmpty() && !becomesResponsible) {
            return false;
        }
        content.handOver(open, from, to);
        open.forEach(visit -> visit.giveTo(to));
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
        if (!status.next().contains(next)) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " cannot become "
                    + next.label().toLowerCase(Locale.ROOT));
        }
        log.add(PlanMove.of(status, next, reason, by, at));
        status = next;
    }

    /** Books an appointment as the visit that it is for, otherwise as the next unbooked visit of its service. */
    void book(AppointmentType service, AppointmentId appointment, LocalDate on, @Nullable PlannedVisitId plannedVisit) {
        planned().book(service, appointment, on, plannedVisit);
        recalculate();
    }

    /** Moves the visit of an appointment to the appointment's new day. */
    void rebook(AppointmentId appointment, LocalDate on) {
        planned().bookedAs(appointment).ifPresent(visit -> visit.book(appointment, on));
        recalculate();
    }

    /** Books an appointment that takes place after all as the visit that it was; returns false if it was none. */
    boolean bookAgain(AppointmentId appointment, LocalDate on) {
        var visit = planned().freedBy(appointment);
        visit.ifPresent(freed -> freed.book(appointment, on));
        recalculate();
        return visit.isPresent();
    }

    /** Unbooks the visit of an appointment that does not take place, so that it can be booked again. */
    void unbook(AppointmentId appointment) {
        planned().bookedAs(appointment).filter(visit -> !visit.isDelivered()).ifPresent(PlannedVisit::unbook);
        recalculate();
    }

    /** Counts a treatment as the visit that it was planned or booked as, otherwise as the next of its service. */
    boolean deliver(DeliveredVisit delivered) {
        var visit = planned().meantBy(delivered, content.startsOn()).filter(meant -> !isOverOn(delivered.on()));
        if (visit.isEmpty()) {
            return false;
        }
        visit.get().deliver(delivered.note(), delivered.on(), revision());
        deliveredVisits++;
        recalculate();
        registerEvent(new PlanEvent.VisitDelivered(id(), patientId, visit.get().id(), deliveredVisits, plannedVisits));
        return true;
    }

    /** Returns the next visit of each service that is neither delivered nor booked. */
    Stream<PlanService.ToBook> toBook() {
        var planned = planned();
        return AppointmentType.treatments().stream()
                .flatMap(service -> planned.nextToBook(service).stream())
                .map(visit -> new PlanService.ToBook(
                        visit.id(),
                        patientId,
                        clinicId,
                        visit.service(),
                        visit.practitioner(),
                        visit.plannedOn(),
                        planned.everyDays(visit)));
    }

    /** Takes back the delivery that a note documented; it was entered in error. */
    void takeBack(NoteId note) {
        var taken = visits.stream().filter(visit -> visit.isDeliveredBy(note)).toList();
        taken.forEach(visit -> {
            visit.takeBack();
            deliveredVisits--;
            if (planned().lineOf(visit).isEmpty()) {
                // a revision has ended its service since: it is not to be given again
                visits.remove(visit);
                plannedVisits--;
            }
            registerEvent(new PlanEvent.DeliveryTakenBack(id(), patientId, visit.id(), deliveredVisits, plannedVisits));
        });
        recalculate();
    }

    /**
     * Returns whether the plan had ended before a day, or was entered in error; a late note of a treatment before its
     * end still counts.
     */
    boolean isOverOn(LocalDate day) {
        return status == PlanStatus.ENTERED_IN_ERROR || endedOn != null && day.isAfter(endedOn);
    }

    boolean plans(AppointmentType service) {
        return content.plans(service);
    }

    /** Returns whether another plan treats the same complaint; records of one patient that were merged count as one. */
    boolean isForComplaintOf(TreatmentPlan other) {
        return !id().equals(other.id()) && content.complaintOf(patientId).equals(other.content.complaintOf(patientId));
    }

    void openFlagIs(@Nullable FlagLevel level) {
        openFlagLevel = level;
    }

    /** Returns the visits in the order of their days. */
    PlannedVisits planned() {
        return new PlannedVisits(visits.stream().sorted(PlannedVisit.BY_DAY).toList(), content.services());
    }

    /** Returns the phases of the plan and where it is in them. */
    PhaseStates phaseStates() {
        return phases.states(() -> draft().plannedPhases(), planned().all(), content.start());
    }

    /** Returns the state of the re-evaluation on a day at the clinic. */
    Reevaluation reevaluation(PhaseRules rules, LocalDate today) {
        var since = phaseStates().current().map(State::startedOn).orElseGet(content::start);
        return phases.reevaluation(rules, planned().deliveredDays(), content.start(), since, today);
    }

    /** Keeps what the facts propose and whether a clinician should look, for the worklist, and from when a re-evaluation is due. */
    void propose(@Nullable Step step, @Nullable ReviewReason review, PhaseRules rules) {
        phases.propose(step, review);
        phases.recalculate(rules, planned().deliveredDays(), content.start());
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
        if (!isActive()) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " takes no step");
        }
        var before = draft();
        var course = new PlanCourseChange(before, phaseStates(), visits, today, isOpen);
        course.apply(order);
        content.replaceServices(course.services());
        phases.stepTo(course.states());
        if (!before.services().equals(content.services())) {
            var why = order.decided().label() + (order.reason().isEmpty() ? "" : ": " + order.reason());
            begin(before, new PlanRevisionService.Order(why, order.agreement()), course, by, at);
        }
        plannedVisits = visits.size();
        log.add(PlanDecision.of(order, proposal, course.from(), course.to(), course.added(), course.removed(), by, at));
        recalculate();
        registerEvent(new PlanEvent.Decided(
                id(), patientId, proposal.step(), order.decided(), course.added(), course.removed()));
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
        if (!isActive()) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT) + " cannot be revised");
        }
        var before = draft();
        var revised = RecordVersions.with(to, PlanDraft.NOT_REVISED, before);
        if (RecordVersions.changedFields(before, revised).isEmpty()) {
            throw new Refused("Nothing has changed: the plan stays as it is");
        }
        var growth = CareGrowth.between(before.services(), revised.services(), content.start());
        if (!growth.isNone() && order.agreement() == null) {
            throw new Refused("The patient must agree to " + growth.words() + ": record who agreed and how");
        }
        if (order.agreement() != null) {
            order.agreement().refuseAfter(today);
        }
        var course = new PlanCourseChange(before, phaseStates(), visits, today, isOpen);
        course.revise(revised);
        describe(revised);
        phases.describe(rules);
        phases.stepTo(course.states());
        plannedVisits = visits.size();
        activeKey = content.complaintOf(patientId);
        begin(before, order, course, by, at);
        recalculate();
        registerEvent(
                new PlanEvent.Revised(id(), patientId, revision(), RecordVersions.changedFields(before, draft())));
    }

    /** Begins the next revision with what the plan says now. */
    private void begin(
            PlanDraft before, PlanRevisionService.Order order, PlanCourseChange course, StaffId by, Instant at) {
        if (!log.isBegun()) {
            // activated before revisions were recorded
            log.activate(before, null, Objects.requireNonNull(activatedBy), Objects.requireNonNull(activatedAt));
        }
        log.revise(draft(), order, course, by, at);
    }

    /** Returns the number of the current revision; 1 is what was activated. */
    int revision() {
        return log.revision();
    }

    /**
     * Records a re-evaluation, from which the next one counts.
     *
     * @param facts the goals that were compared, as a text
     * @param today the day at the clinic
     */
    void reevaluate(
            ReevaluationDecision decided,
            List<GoalFact> facts,
            String reason,
            String rulesVersion,
            StaffId by,
            Instant at,
            LocalDate today) {
        var course = ReevaluationRules.courseOf(facts);
        var words = facts.stream().map(GoalFact::words).collect(Collectors.joining("; "));
        phases.reevaluate(course, today, deliveredVisits);
        log.add(PlanDecision.reevaluated(decided, course, currentPhase(), words, reason, rulesVersion, by, at));
        registerEvent(new PlanEvent.Reevaluated(id(), patientId, decided, course));
    }

    /** Returns the active phase; the last one if all have ended. */
    PlanPhase currentPhase() {
        return phaseStates().current().map(State::phase).orElseGet(() -> draft().plannedPhases()
                .getLast());
    }

    private void recalculate() {
        dueOn = planned().due().orElse(content.startsOn());
        endsOn = planned().ends().orElse(null);
        bookedUntil = planned().bookedUntil();
    }

    boolean isActive() {
        return status == PlanStatus.ACTIVE;
    }

    String title() {
        return content.title();
    }

    PlanDraft draft() {
        return content.draft(phases.rules());
    }

    /** Returns the goals alone, for rules that need no more of the draft: each of its collections is read by itself. */
    List<PlanGoal> goals() {
        return content.goals();
    }

    List<PhaseRules> phaseRules() {
        return phases.rules();
    }

    @Nullable
    LocalDate startsOn() {
        return content.startsOn();
    }

    PlanId id() {
        return new PlanId(id);
    }

    long version() {
        return version == null ? -1 : version;
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

    int deliveredVisits() {
        return deliveredVisits;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected TreatmentPlan() {}
}
