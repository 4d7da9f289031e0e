package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.RecordGuard;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.taper.StartedCare;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Treatment plans: clinicians see those of their patients; managers see those of their clinics, without clinical
 * content.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanService {
    /** More plans of one patient are not listed; what asks for one plan asks by its ID. */
    public static final int MOST_OF_ONE = 200;

    private final TreatmentPlans plans;
    private final RelationService relations;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final IntakeService intake;
    private final PlanDrafts drafts;
    private final VisitPlanner planner;
    private final PlanActivation activation;
    private final PlanCautions cautions;
    private final PlanMoves moves;
    private final CourseJudge courses;
    private final PlanReader reader;
    private final RecordGuard guard;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanService(
            TreatmentPlans plans,
            RelationService relations,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            IntakeService intake,
            PlanDrafts drafts,
            VisitPlanner planner,
            PlanActivation activation,
            PlanCautions cautions,
            PlanMoves moves,
            CourseJudge courses,
            PlanReader reader,
            RecordGuard guard,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.relations = relations;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.intake = intake;
        this.drafts = drafts;
        this.planner = planner;
        this.activation = activation;
        this.cautions = cautions;
        this.moves = moves;
        this.courses = courses;
        this.reader = reader;
        this.guard = guard;
        this.events = events;
        this.clock = clock;
    }

    /** A planned visit, with what its practitioner needs to write its note. */
    public record PlannedForMe(PatientId patient, ClinicId clinic, AppointmentType service, LocalDate plannedOn) {}

    /**
     * Returns the plans of a patient that the current user may open, drafts last, newest first; empty if the current user may not
     * see the patient.
     */
    public List<PlanLabel> findByPatient(PatientId patient) {
        return patients.brief(patient)
                .map(brief -> readable(records.of(patient), brief.clinical()))
                .orElse(List.of());
    }

    /**
     * Returns the plans that the current user may open of a patient whose chart the current user has open, drafts last, newest
     * first.
     */
    public List<PlanLabel> findByPatient(PatientDetails opened) {
        return readable(opened.records(), opened.clinical() != null);
    }

    /** Returns a plan of a patient whose chart the current user has open; empty if it is not one that they may open. */
    public Optional<PlanLabel> find(PlanId id, PatientDetails opened) {
        var isClinical = opened.clinical() != null;
        return plans.find(opened.records(), id.value(), isClinical)
                .filter(plan -> PlanReader.isReadable(isClinical, plan.status(), plan.clinic()));
    }

    private List<PlanLabel> readable(Collection<PatientId> some, boolean isClinical) {
        return plans.findByPatient(some, isClinical, Limit.of(MOST_OF_ONE)).stream()
                .filter(plan -> PlanReader.isReadable(isClinical, plan.status(), plan.clinic()))
                .toList();
    }

    /**
     * Opens a plan and records the view in the audit trail.
     *
     * @return empty if the plan does not exist or the current user may not see it; the two cases look the same
     */
    @Transactional
    public Optional<PlanDetails> open(PlanId id) {
        var plan = plans.findById(id.value()).flatMap(reader::read);
        plan.ifPresentOrElse(
                found -> events.publishEvent(new PlanEvent.Viewed(id, found.patient(), found.clinical() != null)),
                () -> events.publishEvent(new PlanEvent.AccessRefused(id)));
        return plan;
    }

    /**
     * Opens a plan for a document and records that in the audit trail, each time.
     *
     * @return empty if the plan is a draft, or not available to the current user
     */
    @Transactional
    public Optional<PlanDetails> print(PlanId id) {
        var plan = open(id).filter(found -> found.status() != PlanStatus.DRAFT);
        plan.ifPresent(
                found -> events.publishEvent(new PlanEvent.Printed(id, found.patient(), found.clinical() != null)));
        return plan;
    }

    /**
     * Starts a plan from the latest signed intake note of a patient in relation to the current user.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     * @throws Refused if no signed intake note allows a plan, the patient is deceased, the record was merged into another,
     *     or the current user sees the patient by break-glass access only; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public PlanId begin(PatientId patient) {
        relations.requireClinical(patient);
        relations.requireMoreThanReason(patient, "ask a chiropractor who treats the patient to plan");
        guard.hold(patient).require(NewEntry.PLAN);
        var note = intake.findByPatient(patient).stream()
                .filter(row -> row.status() != IntakeStatus.DRAFT)
                .findFirst()
                .filter(IntakeRow::allowsPlan)
                .flatMap(row -> intake.open(row.id()))
                .orElseThrow(() -> new Refused("A plan starts from a signed intake note that does not refer the patient"
                        + " elsewhere and does not wait for the conclusion of a chiropractor"));
        return plans.saveAndFlush(TreatmentPlan.begun(
                        patient,
                        note.clinic(),
                        note.id(),
                        drafts.first(note),
                        CurrentUser.current().staff(),
                        clock.instant()))
                .id();
    }

    /**
     * Saves a draft.
     *
     * @param version the version that the current user saw
     * @return the new version
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague edited the plan in the meantime
     * @throws Refused if a value is out of range; the message is for the user
     * @throws Refused if it is no longer a draft
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public long saveDraft(PlanId id, long version, PlanDraft draft) {
        var plan = reader.requireMine(id, version);
        drafts.refuseImpossible(plan.clinic(), draft);
        plan.write(draft);
        return plans.saveAndFlush(plan).version();
    }

    /** Returns the diagnoses from which a plan's reason for care is chosen. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Diagnoses diagnoses() {
        return drafts.diagnoses();
    }

    /**
     * Returns the visits of a draft at a clinic.
     *
     * @throws Refused if no start is chosen, the clinic has no open day for a year, or the draft carries over visits
     *     that it cannot; the message is for the user
     */
    @Requires(Permission.PLAN_WRITE)
    public StartedCare preview(ClinicId clinic, PlanDraft draft) {
        return planner.visits(clinic, draft);
    }

    /**
     * Returns what to know before some visits are planned, as sentences: whose credential ends before their last visit.
     * It forbids nothing, since a credential can be renewed while the plan is active.
     */
    @Requires(Permission.PLAN_WRITE)
    public List<String> findWarnings(StartedCare visits) {
        return activation.endingCredentials(visits.ahead());
    }

    /**
     * Returns what stands against activating a plan, and has to be answered; empty if nothing does.
     *
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     */
    @Requires(Permission.PLAN_WRITE)
    public Optional<ActivationQuestion> findQuestion(PlanId id) {
        var plan = plans.findById(id.value()).filter(reader::isClinical).orElseThrow(NotAvailable::new);
        return cautions.question(plan.patient(), planner.today(plan.clinic()));
    }

    /** Activates a plan that nothing stands against, as {@link #activate(PlanId, long, PatientAgreement, List)} does. */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void activate(PlanId id, long version, PatientAgreement agreement) {
        activate(id, version, agreement, List.of());
    }

    /**
     * Activates the stored plan, to which the patient agreed, and opens the chart to its practitioners.
     *
     * @param replies to what {@link #findQuestion} asks
     * @throws ChecksToAnswer if something stands against the plan that has no answer
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague edited the plan in the meantime
     * @throws Refused if something is missing; the message is for the user
     * @throws Refused if a clinical hold, the plan's status, or another plan for the same complaint
     *     forbids it
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void activate(PlanId id, long version, PatientAgreement agreement, List<CheckReply> replies) {
        var plan = reader.requireMine(id, version);
        activation.activate(plan, agreement, replies);
        courses.keepProposal(plan);
        plans.saveAndFlush(plan);
    }

    /**
     * Puts a plan on hold, resumes or ends it. On hold, its visits cannot be booked and none is missed. On resuming,
     * the remaining visits are rescheduled from today on. On ending, its open visits end and its complaint is free for
     * another plan. Existing appointments stay booked.
     *
     * @param version the version that the current user saw
     * @param to active to resume it
     * @param reason why, at most 400 characters
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if the reason is missing; the message is for the user
     * @throws Refused if the plan's status or, on resuming, a clinical hold forbids it
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void move(PlanId id, long version, PlanStatus to, String reason) {
        ReasonWords.require("The reason", reason);
        moves.move(reader.requireMine(id, version), to, reason);
    }

    /**
     * Counts a treatment documented by a signed note as a visit of one of the patient's plans, if one has an open visit
     * for it; called by notes. A treatment booked for a plan that was put on hold or ended since then counts for that
     * plan.
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void deliver(DeliveredVisit delivered) {
        relations.requireClinical(delivered.patient());
        patients.holdHeader(delivered.patient());
        plans.lockRunningOf(records.of(delivered.patient()));
        var named = plans
                .named(
                        records.of(delivered.patient()),
                        delivered.plannedVisit() == null
                                ? null
                                : delivered.plannedVisit().value(),
                        delivered.appointment() == null
                                ? null
                                : delivered.appointment().value())
                .stream()
                .filter(plan -> !plan.isOverOn(delivered.on()))
                .toList();
        (named.isEmpty()
                        ? plans.runningOf(records.of(delivered.patient())).stream()
                                .filter(TreatmentPlan::isActive)
                        : named.stream())
                .filter(plan -> plan.deliver(delivered))
                .findFirst()
                .ifPresent(this::keepProgress);
    }

    /**
     * Takes back what a note delivered, because it was entered in error; called by notes. The visit is open again.
     *
     * @throws NotAvailable if the patient is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void takeBack(PatientId patient, NoteId note) {
        relations.requireClinical(patient);
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
        plans.deliveredBy(records.of(patient), note.value()).ifPresent(plan -> {
            plan.takeBack(note);
            keepProgress(plan);
        });
    }

    private void keepProgress(TreatmentPlan plan) {
        courses.keepProposal(plan);
        plans.saveAndFlush(plan);
        if (plan.status().isRunning()) {
            var care = plan.care();
            headers.planIs(plan.patient(), care.title(), care.planned().all().size(), care.deliveredVisits());
        }
    }

    /** Returns the planned visit of an appointment; empty if there is none. */
    public Optional<PlannedVisitId> visitBookedAs(AppointmentId appointment) {
        return plans.visitBookedAs(appointment.value()).map(PlannedVisitId::new);
    }

    /**
     * A visit of an active plan that is neither delivered nor booked, the next of its service.
     *
     * @param practitioner with whom it is planned
     * @param everyDays the days between two visits of its service
     */
    public record ToBook(
            PlannedVisitId visit,
            PatientId patient,
            ClinicId clinic,
            AppointmentType service,
            StaffId practitioner,
            LocalDate plannedOn,
            int everyDays) {}

    /** Returns the next visit of each service to book, by day; empty if the patient is not in relation to the current user. */
    public List<ToBook> visitsToBook(PatientId patient) {
        if (!relations.scopeOf(patient).isClinical(patient)) {
            return List.of();
        }
        return plans.runningOf(records.of(patient)).stream()
                .filter(TreatmentPlan::isActive)
                .flatMap(plan -> plan.care().toBook(plan.patient(), plan.clinic(), planner.today(plan.clinic())))
                .sorted(Comparator.comparing(ToBook::plannedOn))
                .toList();
    }

    /**
     * Returns a visit of an active plan that is planned with the current user and neither booked nor delivered; otherwise
     * empty.
     */
    public Optional<PlannedForMe> findPlannedVisit(PlannedVisitId visit) {
        return plans.plannedWith(visit.value(), CurrentUser.current().staff());
    }
}
