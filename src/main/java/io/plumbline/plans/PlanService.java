package io.plumbline.plans;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Treatment plans: clinicians see those of their patients, the manager those of the clinics, without clinical words. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanService {
    private static final int MOST_ACTIVE = 1000;
    private static final int MOST_OF_ONE = 20;
    private static final int LONGEST_REASON = 200;

    private final TreatmentPlans plans;
    private final PlanWorklist worklist;
    private final RelationService relations;
    private final PatientService patients;
    private final IntakeService intake;
    private final VisitPlanner planner;
    private final PlanActivation activation;
    private final PlanMoves moves;
    private final PlanReader reader;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanService(
            TreatmentPlans plans,
            PlanWorklist worklist,
            RelationService relations,
            PatientService patients,
            IntakeService intake,
            VisitPlanner planner,
            PlanActivation activation,
            PlanMoves moves,
            PlanReader reader,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.worklist = worklist;
        this.relations = relations;
        this.patients = patients;
        this.intake = intake;
        this.planner = planner;
        this.activation = activation;
        this.moves = moves;
        this.reader = reader;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** How many plans are active, up to a thousand. */
    public long countActive() {
        return worklist.countActive(relations.scope(), MOST_ACTIVE);
    }

    /** How many active plans have no visit booked from today on though one is still to come, up to a thousand. */
    public long countNotBooked() {
        return worklist.countNotBooked(relations.scope(), today(), MOST_ACTIVE);
    }

    /**
     * A page of the plans that run: for clinicians flagged ones first, then for all the active one that waits longest,
     * then those on hold. Put on record once a look.
     *
     * @param after the last plan of the page before, or null for the first page; a clinician's plans come all at once
     */
    @Transactional
    public List<PlanRow> worklist(PlanFilter filter, @Nullable PlanRow after, int limit) {
        var scope = relations.scope();
        if (after != null && scope.clinics().isEmpty()) {
            return List.of();
        }
        var page = scope.clinics().isEmpty()
                ? worklist.ofPatients(scope, filter, today(), MOST_ACTIVE)
                : worklist.ofClinics(scope, filter, today(), after, limit);
        if (after == null) {
            events.publishEvent(PeopleListed.of("plan.listed", page.size()).narrowedBy(filter.word(), ""));
        }
        return page;
    }

    /** The plans of a patient that the caller may open, drafts last, newest first; none where the patient is not theirs. */
    public List<PlanLabel> ofPatient(PatientId patient) {
        return patients.brief(patient)
                .map(brief -> readable(patient, brief.clinical()))
                .orElse(List.of());
    }

    /** The plans that the caller may open of a patient whom they have opened, drafts last, newest first. */
    public List<PlanLabel> ofPatient(PatientDetails opened) {
        return readable(opened.id(), opened.clinical() != null);
    }

    private List<PlanLabel> readable(PatientId patient, boolean isClinical) {
        return plans.ofPatient(patient, Limit.of(MOST_OF_ONE)).stream()
                .filter(plan -> PlanReader.isReadable(isClinical, plan.status(), plan.clinic()))
                .toList();
    }

    /**
     * Opens a plan, which is put on record.
     *
     * @return empty where there is no such plan, or none that is the caller's: the answer is the same
     */
    @Transactional
    public Optional<PlanDetails> open(UUID id) {
        var plan = plans.findById(id).flatMap(reader::read);
        plan.ifPresentOrElse(
                found -> events.publishEvent(new PlanOpened(id, found.patient(), found.clinical() != null)),
                () -> events.publishEvent(new PlanRefused(id)));
        return plan;
    }

    /**
     * Begins a plan from the latest signed intake note of a patient of the caller's.
     *
     * @throws NoSuchElementException if the patient is not the caller's
     * @throws IllegalStateException if no signed intake note allows a plan, or the caller sees the patient by a reason
     *     alone, in words for who asks
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public UUID begin(PatientId patient) {
        refuseForeign(patient);
        relations.requireMoreThanReason(patient, "ask a chiropractor who treats the patient to plan");
        var note = intake.ofPatient(patient).stream()
                .filter(row -> row.status() != IntakeStatus.DRAFT)
                .findFirst()
                .filter(IntakeRow::allowsPlan)
                .flatMap(row -> intake.open(row.id()))
                .orElseThrow(() -> new IllegalStateException(
                        "A plan starts from a signed intake note that does not refer the patient elsewhere"));
        var complaint = note.draft().complaint();
        var draft = new PlanDraft(
                "Treatment plan",
                complaint.substring(0, Math.min(complaint.length(), LONGEST_REASON)),
                todayAt(note.clinic()),
                false,
                Taper.usual());
        return plans.saveAndFlush(TreatmentPlan.begun(
                        patient,
                        note.clinic(),
                        note.id(),
                        draft,
                        Caller.current().staff(),
                        clock.instant()))
                .id();
    }

    /**
     * Keeps a draft.
     *
     * @param version the version that the caller saw
     * @return the version that it has now
     * @throws NoSuchElementException if there is no such plan, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague wrote on it meanwhile
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws IllegalStateException if it is no draft any more
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public long saveDraft(UUID id, long version, PlanDraft draft) {
        var plan = mineAt(id, version);
        planner.requireNear(plan.clinic(), draft);
        plan.write(draft);
        return plans.saveAndFlush(plan).version();
    }

    /** The days that a draft comes to at a clinic, in order. */
    @Requires(Permission.PLAN_WRITE)
    public List<LocalDate> preview(ClinicId clinic, PlanDraft draft) {
        return planner.visits(clinic, draft).stream().map(Taper.Visit::on).toList();
    }

    /**
     * Puts a plan to work as it stands in the store, and opens the chart to its practitioners.
     *
     * @throws NoSuchElementException if there is no such plan, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if a colleague wrote on it meanwhile
     * @throws IllegalArgumentException if something is missing, in words for who activates
     * @throws IllegalStateException if a clinical hold, its status, or another plan for the same complaint forbids it
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void activate(UUID id, long version) {
        var plan = mineAt(id, version);
        activation.activate(plan);
    }

    /**
     * Holds, resumes or ends a plan. On hold nothing of it is booked and nothing falls behind; resumed, what is still to
     * come is planned anew from today on; ended, its open visits end and its complaint is free for another plan. What is
     * booked stays booked.
     *
     * @param version the version that the caller saw
     * @param to active to resume it
     * @param reason why, at most 400 characters
     * @throws NoSuchElementException if there is no such plan, or none of a patient of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     * @throws IllegalArgumentException if the reason is missing, in words for who typed it
     * @throws IllegalStateException if its status, or on resuming a clinical hold, does not allow it
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void move(UUID id, long version, PlanStatus to, String reason) {
        moves.move(mineAt(id, version), to, reason);
    }

    /**
     * Counts a treatment that a signed note proves as a visit of a plan of the patient's, where one wants it; called by
     * notes. One that was booked for a plan that has rested or ended since then is a visit of that plan.
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void deliver(DeliveredVisit delivered) {
        refuseForeign(delivered.patient());
        patients.holdHeader(delivered.patient());
        plans.lockRunningOf(delivered.patient());
        var named = plans.named(delivered.patient(), delivered.plannedVisit(), delivered.appointment()).stream()
                .filter(plan -> !plan.isOverOn(delivered.on()))
                .toList();
        (named.isEmpty()
                        ? plans.runningOf(delivered.patient()).stream().filter(TreatmentPlan::isActive)
                        : named.stream())
                .filter(plan -> plan.deliver(delivered))
                .findFirst()
                .ifPresent(plan -> {
                    plans.saveAndFlush(plan);
                    if (plan.status().isRunning()) {
                        patients.planIs(
                                plan.patient(),
                                plan.title(),
                                plan.planned().all().size(),
                                plan.deliveredVisits());
                    }
                });
    }

    private void refuseForeign(PatientId patient) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new NoSuchElementException("Not available");
        }
    }

    /** The planned visit that an appointment is; empty where it is none. */
    public Optional<UUID> visitBookedAs(UUID appointment) {
        return plans.visitBookedAs(appointment);
    }

    /** A visit of a running plan that is planned with the caller and neither booked nor delivered; empty for all others. */
    public Optional<PlannedForMe> mine(UUID visit) {
        return plans.plannedWith(visit, Caller.current().staff());
    }

    private TreatmentPlan mineAt(UUID id, long version) {
        var plan = plans.findById(id)
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (plan.version() != version) {
            throw new ObjectOptimisticLockingFailureException(TreatmentPlan.class, id);
        }
        return plan;
    }

    /** The earliest day that it is now at a clinic of the caller's: a visit counts as missed when its day is over. */
    private LocalDate today() {
        return Caller.current().clinics().stream()
                .map(this::todayAt)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.now(clock));
    }

    private LocalDate todayAt(ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
