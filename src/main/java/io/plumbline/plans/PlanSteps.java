package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.CourseScoreQuery;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.safety.CourseFlagQuery;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.taper.CareGrowth;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what the facts propose for the course of a plan, and makes the decision. */
@Component
class PlanSteps {
    private final TreatmentPlans plans;
    private final PlanActivation activation;
    private final PlanFacts facts;
    private final PlanExaminations examinations;
    private final StepRules rules;
    private final MeasureService measures;
    private final SafetyService safety;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final CourseScoreQuery courseScores;
    private final CourseFlagQuery courseFlags;
    private final Clock clock;

    PlanSteps(
            TreatmentPlans plans,
            PlanActivation activation,
            PlanFacts facts,
            PlanExaminations examinations,
            StepRules rules,
            MeasureService measures,
            SafetyService safety,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            ClinicService clinics,
            CourseScoreQuery courseScores,
            CourseFlagQuery courseFlags,
            Clock clock) {
        this.plans = plans;
        this.activation = activation;
        this.facts = facts;
        this.examinations = examinations;
        this.rules = rules;
        this.measures = measures;
        this.safety = safety;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.clinics = clinics;
        this.courseScores = courseScores;
        this.courseFlags = courseFlags;
        this.clock = clock;
    }

    /** Returns the rules of the phase in which a plan is; those of its last phase if all have ended. */
    PhaseRules rulesOf(TreatmentPlan plan) {
        return facts.rulesOf(plan);
    }

    /** Returns the goals of a plan with their scores. */
    List<GoalFact> goals(TreatmentPlan plan, List<MeasureHistory> scores) {
        return facts.goals(plan, scores);
    }

    /** Returns what the facts propose for an active plan. */
    StepProposal propose(TreatmentPlan plan, List<MeasureHistory> scores) {
        return rules.propose(facts(plan, scores));
    }

    private StepFacts facts(TreatmentPlan plan, List<MeasureHistory> scores) {
        // the plan knows whether a flag is in force
        return facts.of(plan, scores, plan.openFlag() == null ? List.of() : safety.findByPatient(plan.patient()));
    }

    /**
     * How a plan does.
     *
     * @param proposal null if it is not active
     */
    record Course(@Nullable StepProposal proposal, List<GoalFact> goals) {}

    /** Returns how a plan does. */
    Course courseOf(TreatmentPlan plan, List<MeasureHistory> scores) {
        if (!plan.isActive()) {
            return new Course(null, goals(plan, scores));
        }
        var known = facts(plan, scores);
        return new Course(rules.propose(known), known.goals());
    }

    /**
     * Keeps what the facts propose with a plan, and whether they ask a clinician to look, for the worklist; that care goes
     * on is nothing to decide. The portal judges it: whoever changes a fact may not be allowed to read all of them.
     */
    void keepProposal(TreatmentPlan plan) {
        if (plan.isActive()) {
            var mine = records.of(plan.patient());
            var proposal = rules.propose(facts.of(plan, courseScores.find(mine), courseFlags.find(mine)));
            plan.care().propose(proposal, rulesOf(plan), judgeAgainAt(plan));
        }
    }

    /** Returns when the next day begins on which time alone may change the answer; null if there is none ahead. */
    private @Nullable Instant judgeAgainAt(TreatmentPlan plan) {
        var today = clinics.todayAt(plan.clinic());
        return facts.turningDays(plan)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .map(day -> day.atStartOfDay(clinics.zoneOf(plan.clinic())).toInstant())
                .orElse(null);
    }

    /** Keeps it with each active plan of a patient, after facts have changed. */
    void keepProposals(PatientId patient) {
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
        plans.runningOf(records.of(patient)).stream()
                .filter(TreatmentPlan::isActive)
                .forEach(plan -> {
                    keepProposal(plan);
                    plans.saveAndFlush(plan);
                });
    }

    /**
     * @throws Refused if the reason is missing, a clinical hold forbids more care, or the step is not possible; the
     *     message is for the user
     */
    void decide(TreatmentPlan plan, StepOrder order) {
        lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only the course of an active plan is decided");
        }
        var proposal = propose(plan, scores(plan));
        refuseReferralUnderFlag(proposal, order.decided() == Step.REFER);
        if (proposal.isDifferent(order.decided()) || order.decided() == Step.STEP_UP) {
            TextLimit.required("The reason", order.reason(), 400);
        }
        refuseBeforeReevaluation(plan, order);
        if (order.decided() == Step.STEP_DOWN) {
            refuseAdvanceWhileHeld(plan);
        }
        if (order.isMoreCare()) {
            activation.refuseWhileHeld(plan, "extended");
        }
        refuseMoreOfTheSame(proposal, order);
        plan.decide(
                order,
                proposal,
                CurrentUser.current().staff(),
                clock.instant(),
                clinics.todayAt(plan.clinic()),
                clinics.openDays(plan.clinic()));
        keepProposal(plan);
        if (proposal.isSettledByADecision()) {
            plan.care().decided();
        }
        plans.saveAndFlush(plan);
        var care = plan.care();
        headers.planIs(plan.patient(), care.title(), care.planned().all().size(), care.deliveredVisits());
        activation.openChart(plan);
    }

    /** Under a flag that holds treatment a referral is decided with the flag, never by the letter alone. */
    private static void refuseReferralUnderFlag(StepProposal proposal, boolean isReferral) {
        if (isReferral && proposal.isOfFlag()) {
            throw new Refused("Decide the red flag: the referral is recorded there");
        }
    }

    /** No phase is advanced while a red flag holds treatment; to refer, to hold and to complete the record is possible. */
    private void refuseAdvanceWhileHeld(TreatmentPlan plan) {
        if (patients.brief(plan.patient()).orElseThrow(NotAvailable::new).clinicalHold()) {
            throw new Refused("Clinical hold: no phase can be advanced until the red flag is cleared");
        }
    }

    /** No course that worsens or waits for a decision is answered with more of the same care. */
    private static void refuseMoreOfTheSame(StepProposal proposal, StepOrder order) {
        if (order.decided() == Step.STEP_UP && !proposal.mayStepUp()) {
            throw new Refused("More care is not planned now. " + proposal.why());
        }
        if (order.moreVisits() > 0 && !proposal.mayExtend()) {
            throw new Refused("No visits are added now. " + proposal.why());
        }
    }

    /**
     * Refuses a revision that answers a course that waits with more of the same care, or that takes away by what it is
     * judged. Where care has changed nothing, a treatment that was not given before is other care.
     *
     * @throws Refused with the reason
     */
    void refuseWhileCourseWaits(TreatmentPlan plan, PlanDraft revised) {
        var proposal = propose(plan, scores(plan));
        if (proposal.mayExtend()) {
            return;
        }
        var before = plan.care().draft();
        if (CareGrowth.isMoreOfTheSame(before.services(), revised.services(), proposal.step() == Step.CHANGE)) {
            throw new Refused("The patient gets no more care by a revision now. " + proposal.why());
        }
        if (before.goals().stream().anyMatch(goal -> revised.goals().stream().noneMatch(goal::isSameScore))) {
            throw new Refused("Each goal stays for now. " + proposal.why());
        }
        var now = rulesOf(plan);
        var then = facts.rulesOf(plan, revised);
        if (then.reevaluateDays() > now.reevaluateDays() || then.reevaluateVisits() > now.reevaluateVisits()) {
            throw new Refused("The re-evaluation is not put off now. " + proposal.why());
        }
    }

    /** Only advancing and extending wait for a re-evaluation: more frequent care and a referral do not. */
    private void refuseBeforeReevaluation(TreatmentPlan plan, StepOrder order) {
        var today = clinics.todayAt(plan.clinic());
        var due = plan.care().reevaluation(rulesOf(plan), today).dueOn();
        var waits = order.decided() == Step.STEP_DOWN || order.decided() == Step.HOLD && order.moreVisits() > 0;
        if (waits && !today.isBefore(due)) {
            throw new Refused("Re-evaluate the patient first: it has been due since " + Dates.dayAndYear(due));
        }
    }

    /**
     * Records a re-evaluation.
     *
     * @throws Refused if a goal was not measured lately, care that changed nothing is to go on, the reason is missing, a
     *     patient who is worse was not examined, or the plan is not active; the message is for the user
     */
    void reevaluate(TreatmentPlan plan, ReevaluationDecision decided, String reason) {
        lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only an active plan is re-evaluated");
        }
        var known = facts(plan, scores(plan));
        var goals = known.goals();
        var today = clinics.todayAt(plan.clinic());
        var proposal = rules.propose(known);
        refuseReferralUnderFlag(proposal, decided == ReevaluationDecision.REFER);
        var isExamination = proposal.isWorse();
        // the examination counts as the re-evaluation: the course is judged from its day on
        var on = isExamination ? examinations.require(plan, decided) : today;
        var mayContinue = ReevaluationRules.mayContinue(
                ReevaluationRules.courseOf(goals), rulesOf(plan).phase(), isExamination);
        ReevaluationRules.refuse(goals, today, decided, mayContinue);
        if (decided != ReevaluationDecision.CONTINUE
                || isExamination
                || today.isAfter(plan.care().reevaluation(rulesOf(plan), today).dueOn())) {
            TextLimit.required("The reason", reason, 400);
        }
        plan.reevaluate(
                decided, goals, reason, rules.version(), CurrentUser.current().staff(), clock.instant(), on);
        if (decided == ReevaluationDecision.REFER) {
            plan.care().referralIsOpen(today);
        }
        if (isExamination) {
            plan.care().examined(on);
        }
        keepProposal(plan);
        plans.saveAndFlush(plan);
    }

    /**
     * Begins the note by which a patient who is worse is examined for a plan.
     *
     * @throws Refused if the plan is not active, or the patient is not worse; the message is for the user
     */
    IntakeId beginExamination(TreatmentPlan plan) {
        lock(plan);
        if (!plan.isActive() || !propose(plan, scores(plan)).isWorse()) {
            throw new Refused("The patient is not worse now: open the plan again");
        }
        var note = examinations.begin(plan);
        plans.saveAndFlush(plan);
        return note;
    }

    /** @throws Refused if there is no referral to take back, or the reason is missing; the message is for the user */
    void takeBackReferral(TreatmentPlan plan, String reason) {
        lock(plan);
        plan.takeBackReferral(reason, CurrentUser.current().staff(), clock.instant());
        plans.saveAndFlush(plan);
    }

    /** The header first, so that no flag, booking or delivery comes between the facts and the decision. */
    private void lock(TreatmentPlan plan) {
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(records.of(plan.patient()));
        plans.lock(plan);
    }

    private List<MeasureHistory> scores(TreatmentPlan plan) {
        return measures.findByPatient(plan.patient());
    }
}
