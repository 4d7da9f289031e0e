package io.plumbline.plans;

import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.StepFacts.Reevaluation;
import io.plumbline.phases.StepFacts.Since;
import io.plumbline.phases.StepProposal;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.taper.StartedCare;
import io.plumbline.taper.Taper;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The care of a plan: what the plan says, its phases, and its visits, with the counts and days that follow from them
 * after each change. Whether the plan may change now, and what is on record of it, is the plan's own to say.
 */
@Embeddable
class PlannedCare {
    private int plannedVisits;
    private int deliveredVisits;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate endsOn;
    private LocalDate bookedUntil = PlannedVisits.NEVER;

    @Embedded
    private PlanContent content = new PlanContent();

    @Embedded
    private PlanPhases phases = new PlanPhases();

    @OneToMany(
            cascade = {CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE},
            orphanRemoval = true)
    @JoinColumn(name = "plan_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PlannedVisit> visits = new ArrayList<>();

    /** Writes what a draft says. */
    void write(PlanDraft draft) {
        content.write(draft);
        phases.describe(draft.phases());
        dueOn = draft.startsOn();
    }

    /** Records what has become of a contributing factor. */
    void noteFactor(String code, PlanFactor.Status now) {
        content.noteFactor(code, now);
    }

    /**
     * Begins with the visits of the phases. Those that are carried over count as delivered.
     *
     * @param rules those of each phase in which services are planned; they stay as they are from now on
     * @throws Refused if something is missing; the message is for the user
     */
    void begin(StartedCare started, List<PhaseRules> rules) {
        var start = content.startOfComplete();
        if (started.ahead().isEmpty()) {
            throw new Refused("The plan has no visits yet: add a service to a phase");
        }
        started.before().forEach(visit -> plan(visit).carryOver());
        started.ahead().forEach(this::plan);
        plannedVisits = visits.size();
        deliveredVisits = started.before().size();
        phases.describe(rules);
        phases.start(draft().plannedPhases(), start);
        recalculate();
    }

    private PlannedVisit plan(Taper.Visit visit) {
        var planned = PlannedVisit.of(visit, visits.size() + 1);
        visits.add(planned);
        return planned;
    }

    /**
     * Reschedules the remaining visits from today on.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     */
    void moveOnFrom(LocalDate today, Predicate<LocalDate> isOpen) {
        planned().moveOnFrom(today, content.services(), isOpen);
        recalculate();
    }

    /** Gives open visits, and the services that they are of, to another practitioner. */
    void handOver(List<PlannedVisit> open, StaffId from, StaffId to) {
        content.handOver(open, from, to);
        open.forEach(visit -> visit.giveTo(to));
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

    /**
     * Counts a treatment as the visit that it was planned or booked as, otherwise as the next of its service.
     *
     * @param revision the revision of the plan under which it takes place
     * @return the visit; empty if it counts as none
     */
    Optional<PlannedVisitId> deliver(DeliveredVisit delivered, int revision) {
        var visit = planned().meantBy(delivered, content.startsOn());
        var phase = phaseStates().on(delivered.on());
        visit.ifPresent(meant -> {
            meant.deliver(delivered.note(), delivered.on(), phase.orElseGet(meant::phase), revision);
            deliveredVisits++;
            recalculate();
        });
        return visit.map(PlannedVisit::id);
    }

    /**
     * Takes back the delivery that a note documented.
     *
     * @param told learns of each visit right after it was taken back
     */
    void takeBack(NoteId note, Consumer<PlannedVisitId> told) {
        var taken = visits.stream().filter(visit -> visit.isDeliveredBy(note)).toList();
        taken.forEach(visit -> {
            visit.takeBack();
            deliveredVisits--;
            if (planned().lineOf(visit).isEmpty()) {
                // a revision has ended its service since: it is not to be given again
                visits.remove(visit);
                plannedVisits--;
            }
            told.accept(visit.id());
        });
        recalculate();
    }

    /**
     * Keeps what the facts propose and whether a clinician should look, for the worklist, and from when a re-evaluation is
     * due.
     *
     * @param judgeAgainAt from when time alone may change the answer; null if it does not
     */
    void propose(StepProposal proposal, PhaseRules rules, @Nullable Instant judgeAgainAt) {
        phases.propose(proposal, judgeAgainAt);
        phases.recalculate(rules, planned(), content.start(), phaseSince());
    }

    /** Returns whether the patient was worse when the course was judged last. */
    boolean isWorse() {
        return phases.isWorse();
    }

    /** Returns the note by which the patient who is worse is examined for this plan; empty while none is begun. */
    Optional<IntakeId> examination() {
        return phases.examination();
    }

    /** Keeps by which note the patient is examined. */
    void examineBy(IntakeId note) {
        phases.examineBy(note);
    }

    /** Returns whether the course waits for a decision, an examination or a re-evaluation. */
    boolean waits() {
        return phases.waits();
    }

    /** Returns the day on which it was decided to refer the patient, while no referral is written; otherwise null. */
    @Nullable
    LocalDate referralOpenOn() {
        return phases.referralOpenOn();
    }

    /** Opens a referral, or settles it with null. */
    void referralIsOpen(@Nullable LocalDate since) {
        phases.referralIsOpen(since);
    }

    /** Keeps that what was proposed is decided. */
    void decided() {
        phases.decided();
    }

    /** Records what a re-evaluation found, from which the next one counts. */
    void reevaluate(Course course, LocalDate on) {
        phases.reevaluate(course, on, deliveredVisits);
    }

    /** Records that a patient who was worse was examined; the course is judged from that day on. */
    void examined(LocalDate on) {
        phases.examined(on);
    }

    /**
     * Begins a change of the course. It changes the visits in place; the rest of it is taken over by {@link #take}.
     *
     * @param today the day at the clinic
     * @param isOpen whether the clinic is open on a day
     * @throws Refused if all phases have ended
     */
    PlanCourseChange change(LocalDate today, Predicate<LocalDate> isOpen) {
        return new PlanCourseChange(draft(), phaseStates(), visits, today, isOpen);
    }

    /** Takes over the services, the phases and the visits of a step. */
    void take(PlanCourseChange change) {
        content.replaceServices(change.services());
        phases.stepTo(change.states());
        plannedVisits = visits.size();
        recalculate();
    }

    /**
     * Takes over a revision.
     *
     * @param rules those of each phase in which services are planned
     * @param isCourseRevised whether the course is judged from that day on
     */
    void take(PlanCourseChange change, PlanDraft revised, List<PhaseRules> rules, boolean isCourseRevised) {
        content.write(revised);
        phases.describe(rules);
        if (isCourseRevised) {
            phases.revised(change.today());
        }
        take(change);
    }

    private void recalculate() {
        dueOn = planned().due().orElse(content.startsOn());
        endsOn = planned().ends().orElse(null);
        bookedUntil = planned().bookedUntil();
    }

    /** Returns the visits in the order of their days. */
    PlannedVisits planned() {
        return new PlannedVisits(visits.stream().sorted(PlannedVisit.BY_DAY).toList(), content.services());
    }

    /**
     * Returns the next visit of each service that is neither delivered nor booked; once the next visit of a course that
     * waits is booked, only what is planned for the same day.
     *
     * @param today the day at the clinic
     */
    Stream<PlanService.ToBook> toBook(PatientId patient, ClinicId clinic, LocalDate today) {
        var planned = planned();
        var next = waits() ? planned.nextBooked(today) : Optional.<PlannedVisit>empty();
        return AppointmentType.treatments().stream()
                .flatMap(service -> planned.nextToBook(service).stream())
                .filter(visit ->
                        next.isEmpty() || visit.plannedOn().equals(next.get().plannedOn()))
                .map(visit -> new PlanService.ToBook(
                        visit.id(),
                        patient,
                        clinic,
                        visit.service(),
                        visit.practitioner(),
                        visit.plannedOn(),
                        planned.everyDays(visit)));
    }

    /** Returns the phases of the plan and where it is in them. */
    PhaseStates phaseStates() {
        return phases.states(() -> draft().plannedPhases(), planned().all(), content.start());
    }

    /** Returns the active phase; the last one if all have ended. */
    PlanPhase currentPhase() {
        return phaseStates().current().map(State::phase).orElseGet(() -> draft().plannedPhases()
                .getLast());
    }

    /** Returns the state of the re-evaluation on a day at the clinic. */
    Reevaluation reevaluation(PhaseRules rules, LocalDate today) {
        return phases.reevaluation(rules, planned(), content.start(), phaseSince(), today);
    }

    /** Returns the day on which the active phase started; that of the plan if it is not known. */
    LocalDate phaseSince() {
        return phaseStates().current().map(State::startedOn).orElseGet(content::start);
    }

    /** Returns from when the course is judged. */
    Since since() {
        return phases.since();
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

    boolean plans(AppointmentType service) {
        return content.plans(service);
    }

    /** Returns a key of the patient's complaint, so that a patient has one plan for each. */
    String complaintOf(PatientId patient) {
        return content.complaintOf(patient);
    }

    String title() {
        return content.title();
    }

    /** Returns the first day of a plan that has been activated. */
    LocalDate start() {
        return content.start();
    }

    int plannedVisits() {
        return plannedVisits;
    }

    int deliveredVisits() {
        return deliveredVisits;
    }
}
