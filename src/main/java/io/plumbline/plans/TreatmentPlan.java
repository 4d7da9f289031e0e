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
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.PlannedService;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
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
    private static final int MOST_SERVICES = 12;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;
    private ClinicId clinicId;
    private UUID intakeId;
    private String title;
    private String reasonForCare;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private @Nullable LocalDate startsOn;
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
    private int revision;

    @Embedded
    private PlanPhases phases = new PlanPhases();

    @ElementCollection
    @CollectionTable(name = "plan_service", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlannedService> services = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_goal", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlanGoal> goals = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_diagnosis", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    @Column(name = "code")
    private List<String> diagnoses = new ArrayList<>();

    @Convert(converter = PlanColumns.Factors.class)
    private List<PlanFactor> factors = List.of();

    @Embedded
    private @Nullable TemplateOrigin template;

    @Convert(converter = PlanColumns.Before.class)
    private List<CarriedOver> carriedOver = List.of();

    @OneToMany(
            cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE},
            orphanRemoval = true)
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PlannedVisit> visits = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanMove> moves = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanDecision> decisions = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanRevision> revisions = new ArrayList<>();

    @OneToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    private List<PlanHandOver> handOvers = new ArrayList<>();

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
        if (draft.services().size() > MOST_SERVICES) {
            throw new Refused("A plan has at most twelve lines");
        }
        title = TextLimit.required("The name of the plan", draft.title(), 120);
        reasonForCare = draft.reasonForCare();
        startsOn = draft.startsOn();
        replace(services, draft.services());
        replace(goals, draft.goals());
        replace(diagnoses, draft.diagnoses());
        phases.describe(draft.phases());
        factors = draft.factors();
        template = draft.template();
        carriedOver = draft.carriedOver();
        awaitsAgreement = status == PlanStatus.DRAFT && draft.isComplete();
        dueOn = status == PlanStatus.DRAFT ? startsOn : dueOn;
    }

    /** Records what has become of a contributing factor of a running plan. */
    void noteFactor(String code, PlanFactor.Status now) {
        if (!status.isRunning()) {
            throw new Refused("A plan that is " + status.label().toLowerCase(Locale.ROOT)
                    + " does not change its contributing factors");
        }
        if (factors.stream().noneMatch(factor -> factor.code().equals(code))) {
            throw new Refused("The plan no longer has this contributing factor");
        }
        factors = factors.stream()
                .map(factor -> factor.code().equals(code) ? factor.withStatus(now) : factor)
                .toList();
        registerEvent(new PlanEvent.FactorNoted(id(), patientId, code, now));
    }

    private static <T> void replace(List<T> rows, List<T> now) {
        if (!rows.equals(now)) {
            rows.clear();
            rows.addAll(now);
        }
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
        TextLimit.required("The reason for care", reasonForCare, 200);
        if (care.ahead().isEmpty()) {
            throw new Refused("The plan has no visits yet: add a service to a phase");
        }
        if (goals.isEmpty()) {
            throw new Refused("Add a goal: a plan needs at least one");
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
        phases.start(draft().plannedPhases(), Objects.requireNonNull(startsOn));
        activeKey = Complaint.key(patientId, reasonForCare);
        revision = 1;
        revisions.add(PlanRevision.activated(draft(), agreement, by, at));
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
        planned().moveOnFrom(today, services, isOpen);
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
        replace(services, handedOver(services, open, from, to));
        open.forEach(visit -> visit.giveTo(to));
        responsibleId = becomesResponsible ? to : responsibleId;
        handOvers.add(PlanHandOver.of(from, to, open.size(), becomesResponsible, by, at));
        registerEvent(new PlanEvent.HandedOver(id(), patientId, from, to, open.size(), becomesResponsible));
        return true;
    }

    /** Leaves the services of phases that are over as they were given. */
    private static List<PlannedService> handedOver(
            List<PlannedService> services, List<PlannedVisit> open, StaffId from, StaffId to) {
        return services.stream()
                .map(line -> from.equals(line.practitionerId()) && open.stream().anyMatch(visit -> visit.isOf(line))
                        ? line.with(to)
                        : line)
                .toList();
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
        moves.add(PlanMove.of(status, next, reason, by, at));
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
        var visit = planned().meantBy(delivered, startsOn).filter(meant -> !isOverOn(delivered.on()));
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
        return services.stream().anyMatch(line -> line.service() == service);
    }

    /** Returns whether another plan treats the same complaint; records of one patient that were merged count as one. */
    boolean isForComplaintOf(TreatmentPlan other) {
        return !id().equals(other.id())
                && Complaint.key(patient(), reasonForCare).equals(Complaint.key(patient(), other.reasonForCare));
    }

    void openFlagIs(@Nullable FlagLevel level) {
        openFlagLevel = level;
    }

    /** Returns the visits in the order of their days. */
    PlannedVisits planned() {
        return new PlannedVisits(visits.stream().sorted(PlannedVisit.BY_DAY).toList(), services);
    }

    /** Returns the phases of the plan and where it is in them. */
    PhaseStates phaseStates() {
        return phases.states(() -> draft().plannedPhases(), planned().all(), Objects.requireNonNull(startsOn));
    }

    /** Returns the state of the re-evaluation on a day at the clinic. */
    Reevaluation reevaluation(PhaseRules rules, LocalDate today) {
        var since = phaseStates().current().map(State::startedOn).orElse(startsOn);
        return phases.reevaluation(
                rules,
                planned().deliveredDays(),
                Objects.requireNonNull(startsOn),
                Objects.requireNonNull(since),
                today);
    }

    /** Keeps what the facts propose and whether a clinician should look, for the worklist, and from when a re-evaluation is due. */
    void propose(@Nullable Step step, @Nullable ReviewReason review, PhaseRules rules) {
        phases.propose(step, review);
        phases.recalculate(rules, planned().deliveredDays(), Objects.requireNonNull(startsOn));
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
        replace(services, course.services());
        phases.stepTo(course.states());
        if (!before.services().equals(services)) {
            var why = order.decided().label() + (order.reason().isEmpty() ? "" : ": " + order.reason());
            begin(before, new PlanRevisionService.Order(why, order.agreement()), course, by, at);
        }
        plannedVisits = visits.size();
        decisions.add(
                PlanDecision.of(order, proposal, course.from(), course.to(), course.added(), course.removed(), by, at));
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
        var start = Objects.requireNonNull(startsOn);
        var revised = RecordVersions.with(to, PlanDraft.NOT_REVISED, before);
        if (RecordVersions.changedFields(before, revised).isEmpty()) {
            throw new Refused("Nothing has changed: the plan stays as it is");
        }
        var growth = CareGrowth.between(before.services(), revised.services(), start);
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
        activeKey = Complaint.key(patientId, reasonForCare);
        begin(before, order, course, by, at);
        recalculate();
        registerEvent(new PlanEvent.Revised(id(), patientId, revision, RecordVersions.changedFields(before, draft())));
    }

    /** Begins the next revision with what the plan says now. */
    private void begin(
            PlanDraft before, PlanRevisionService.Order order, PlanCourseChange course, StaffId by, Instant at) {
        if (revision == 0) {
            // activated before revisions were recorded
            revisions.add(PlanRevision.activated(
                    before, null, Objects.requireNonNull(activatedBy), Objects.requireNonNull(activatedAt)));
        }
        revision = revision() + 1;
        revisions.add(PlanRevision.of(revision, draft(), order, course.added(), course.removed(), by, at));
    }

    /** Returns the number of the current revision; 1 is what was activated. */
    int revision() {
        return Math.max(1, revision);
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
        decisions.add(PlanDecision.reevaluated(decided, course, currentPhase(), words, reason, rulesVersion, by, at));
        registerEvent(new PlanEvent.Reevaluated(id(), patientId, decided, course));
    }

    /** Returns the active phase; the last one if all have ended. */
    PlanPhase currentPhase() {
        return phaseStates().current().map(State::phase).orElseGet(() -> draft().plannedPhases()
                .getLast());
    }

    private void recalculate() {
        dueOn = planned().due().orElse(startsOn);
        endsOn = planned().ends().orElse(null);
        bookedUntil = planned().bookedUntil();
    }

    boolean isActive() {
        return status == PlanStatus.ACTIVE;
    }

    String title() {
        return title;
    }

    PlanDraft draft() {
        return new PlanDraft(
                title,
                reasonForCare,
                startsOn,
                services,
                goals,
                diagnoses,
                phases.rules(),
                factors,
                template,
                carriedOver);
    }

    /** Returns the goals alone, for rules that need no more of the draft: each of its collections is read by itself. */
    List<PlanGoal> goals() {
        return List.copyOf(goals);
    }

    List<PhaseRules> phaseRules() {
        return phases.rules();
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
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
