package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.patients.PatientAgreement;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts.Reevaluation;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The course of plans: what the facts propose, and what a chiropractor decides. Nothing advances by itself. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.PLAN_READ)
public class PlanStepService {
    private final TreatmentPlans plans;
    private final PlanService service;
    private final PatientService patients;
    private final MeasureService measures;
    private final PlanReader reader;
    private final CourseJudge courses;
    private final PlanSteps steps;
    private final PlanReevaluations reevaluations;
    private final PlanMoves moves;
    private final StepRules rules;
    private final ClinicService clinics;
    private final PlanExaminations examinations;

    PlanStepService(
            TreatmentPlans plans,
            PlanService service,
            PatientService patients,
            MeasureService measures,
            PlanReader reader,
            CourseJudge courses,
            PlanSteps steps,
            PlanReevaluations reevaluations,
            PlanMoves moves,
            StepRules rules,
            ClinicService clinics,
            PlanExaminations examinations) {
        this.plans = plans;
        this.service = service;
        this.patients = patients;
        this.measures = measures;
        this.reader = reader;
        this.courses = courses;
        this.steps = steps;
        this.reevaluations = reevaluations;
        this.moves = moves;
        this.rules = rules;
        this.clinics = clinics;
        this.examinations = examinations;
    }

    /**
     * Where a plan is, and what the facts propose.
     *
     * @param rules those of the active phase
     * @param proposal null if the plan is not active
     * @param goals with their newest scores
     * @param examination what is missing before what follows is decided for a patient who is worse; empty if nothing is,
     *     null if the patient is not to be examined
     * @param decisions past decisions, newest first
     */
    public record Outlook(
            PhaseStates states,
            PhaseRules rules,
            @Nullable StepProposal proposal,
            Reevaluation reevaluation,
            List<GoalFact> goals,
            @Nullable List<String> examination,
            List<Decision> decisions) {
        /** Returns whether the facts propose anything but to go on. */
        public boolean isStepOpen() {
            return proposal != null
                    && proposal.step() != null
                    && !proposal.step().goesOn();
        }

        /** Returns whether the patient is worse, and is examined before anything else. */
        public boolean isExaminedNext() {
            return proposal != null && proposal.isWorse();
        }

        /** Returns whether the patient is worse and not examined yet. */
        public boolean isExaminationMissing() {
            return examination != null && !examination.isEmpty();
        }

        /** Returns whether the next re-evaluation is due by the last visit of the plan. */
        public boolean isReevaluatedBeforeEnd(PlanDetails plan) {
            return plan.visits().stream()
                    .map(PlanDetails.Visit::day)
                    .anyMatch(day -> !day.isBefore(reevaluation.expectedOn()));
        }

        /** Returns whether a re-evaluation is due on a day. */
        public boolean isReevaluationDue(LocalDate today) {
            return !today.isBefore(reevaluation.dueOn());
        }
    }

    /**
     * A past decision about the course of a plan.
     *
     * @param from the phase in which it was made
     * @param to the phase in which the plan was after it
     * @param proposed what the facts proposed; null if facts were missing
     * @param decided null for a re-evaluation, and where a referral was taken back
     * @param reevaluation null for a step, and where a referral was taken back
     * @param course what the re-evaluation found; otherwise null
     * @param facts what was known at that time, as sentences
     * @param visitsAdded how many planned visits it added; likewise removed
     * @param isReferralTakenBack whether it takes back a decision to refer the patient
     */
    public record Decision(
            Instant at,
            StaffId by,
            PlanPhase from,
            PlanPhase to,
            @Nullable Step proposed,
            @Nullable Step decided,
            @Nullable ReevaluationDecision reevaluation,
            @Nullable Course course,
            String reason,
            String facts,
            PatientAgreement.@Nullable Way agreement,
            int visitsAdded,
            int visitsRemoved,
            boolean isReferralTakenBack) {
        /** Returns whether the patient is to be referred. */
        boolean isReferral() {
            return decided == Step.REFER || reevaluation == ReevaluationDecision.REFER;
        }
    }

    /** Returns the rules of the step decision, for their version, source and approver. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public StepRules rules() {
        return rules;
    }

    /**
     * A plan with what is known of its course.
     *
     * @param scores of its patient; empty for those who are not in relation to the patient
     * @param outlook null for a draft, and for those who are not in relation to the patient
     */
    public record OpenedPlan(
            PlanDetails plan,
            PatientDetails patient,
            List<MeasureHistory> scores,
            @Nullable Outlook outlook) {}

    /**
     * Opens a plan and records the view in the audit trail. The facts are as old as the plan, so that they agree.
     *
     * @return empty if the plan does not exist or the current user may not see it; the two cases look the same
     */
    @Transactional
    public Optional<OpenedPlan> open(PlanId id) {
        return service.open(id).map(plan -> {
            var patient = patients.details(plan.patient()).orElseThrow(NotAvailable::new);
            var scores = plan.clinical() == null ? List.<MeasureHistory>of() : measures.findByPatient(patient);
            return new OpenedPlan(plan, patient, scores, outlook(plan, scores).orElse(null));
        });
    }

    /**
     * Returns where a plan is that the current user has open.
     *
     * @param scores of its patient
     * @return empty for a draft, and for those who are not in relation to the patient
     */
    public Optional<Outlook> outlook(PlanDetails opened, List<MeasureHistory> scores) {
        if (opened.clinical() == null || opened.status() == PlanStatus.DRAFT) {
            return Optional.empty();
        }
        return plans.findById(opened.id().value()).filter(reader::isClinical).map(plan -> {
            var ofPhase = courses.rulesOf(plan);
            var course = courses.courseOf(plan, scores);
            return new Outlook(
                    plan.care().phaseStates(),
                    ofPhase,
                    course.proposal(),
                    plan.care().reevaluation(ofPhase, clinics.todayAt(plan.clinic())),
                    course.goals(),
                    course.proposal() != null && course.proposal().isWorse() ? examinations.findMissing(plan) : null,
                    plans.decisions(plan.id().value()));
        });
    }

    /**
     * Decides on the course of a plan.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if a reason or the patient's agreement is missing, the plan is not active, a clinical hold forbids
     *     more care, or there is no such step; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void decide(PlanId id, long version, StepOrder order) {
        ReasonWords.optional("The reason", order.reason(), ReasonWords.LONGEST);
        steps.decide(reader.requireMine(id, version), order);
    }

    /**
     * Begins the note by which a patient who is worse is examined, or returns the one that is being written for the plan.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if the patient is not worse; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public IntakeId beginExamination(PlanId id, long version) {
        return reevaluations.beginExamination(reader.requireMine(id, version));
    }

    /**
     * Records what has become of a contributing factor.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if the plan is over or has no such factor; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void noteFactor(PlanId id, long version, String code, PlanFactor.Status now) {
        var plan = reader.requireMine(id, version);
        plan.noteFactor(code, now);
        plans.saveAndFlush(plan);
    }

    /**
     * Records that a patient was re-evaluated, and what follows. A discharge completes the plan.
     *
     * @param version the version that the current user saw
     * @param reason why, at most 400 characters; may be empty if care goes on and the re-evaluation is not overdue
     * @throws NotAvailable if the plan does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if the plan was changed in the meantime
     * @throws Refused if a goal was not measured lately, care that changed nothing is to go on, the reason is missing, a
     *     patient who is worse was not examined, or the plan is not active; the message is for the user
     */
    @Transactional
    @Requires(Permission.PLAN_WRITE)
    public void reevaluate(PlanId id, long version, ReevaluationDecision decided, String reason) {
        ReasonWords.optional("The reason", reason, ReasonWords.LONGEST);
        var plan = reader.requireMine(id, version);
        reevaluations.reevaluate(plan, decided, reason);
        if (decided == ReevaluationDecision.DISCHARGE) {
            moves.move(plan, PlanStatus.COMPLETED, reason);
        }
    }
}
