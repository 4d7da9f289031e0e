package io.plumbline.plans;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreChange;
import io.plumbline.measures.ScoreRow;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.GoalFact;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepFacts;
import io.plumbline.phases.StepProposal;
import io.plumbline.phases.StepRules;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects the facts of a step decision, and makes the decision. */
@Component
class PlanSteps {
    private static final String PAIN_ON_ARRIVAL = "NPRS_NOW";
    private static final String ACTIVITIES = "PSFS";

    private final TreatmentPlans plans;
    private final PlanActivation activation;
    private final PhaseDefaults defaults;
    private final StepRules rules;
    private final MeasureService measures;
    private final OutcomeMeasures definitions;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final Clock clock;

    PlanSteps(
            TreatmentPlans plans,
            PlanActivation activation,
            PhaseDefaults defaults,
            StepRules rules,
            MeasureService measures,
            OutcomeMeasures definitions,
            PatientService patients,
            PatientHeaderService headers,
            PatientRecords records,
            ClinicService clinics,
            Clock clock) {
        this.plans = plans;
        this.activation = activation;
        this.defaults = defaults;
        this.rules = rules;
        this.measures = measures;
        this.definitions = definitions;
        this.patients = patients;
        this.headers = headers;
        this.records = records;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns the rules of the phase in which a plan is; those of its last phase if all have ended. */
    PhaseRules rulesOf(TreatmentPlan plan) {
        return defaults.rulesOf(plan.care().currentPhase(), plan.care().phaseRules());
    }

    /** Returns the goals of a plan with their newest scores. */
    List<GoalFact> goals(TreatmentPlan plan, List<MeasureHistory> scores) {
        return plan.care().goals().stream().map(goal -> fact(goal, scores)).toList();
    }

    /** Returns what the facts propose for an active plan. */
    StepProposal propose(TreatmentPlan plan, List<MeasureHistory> scores) {
        return rules.propose(facts(plan, scores));
    }

    /**
     * Keeps what the facts propose with a plan, and whether they ask a clinician to look, for the worklist; to hold is
     * nothing to decide.
     */
    void keepProposal(TreatmentPlan plan) {
        if (plan.isActive()) {
            keepProposal(plan, scores(plan));
        }
    }

    /** Keeps it with each active plan of a patient, after scores have changed. */
    void keepProposals(PatientId patient) {
        patients.holdHeader(patient);
        plans.lockRunningOf(records.of(patient));
        var active = plans.runningOf(records.of(patient)).stream()
                .filter(TreatmentPlan::isActive)
                .toList();
        if (!active.isEmpty()) {
            var scores = scores(active.getFirst());
            active.forEach(plan -> {
                keepProposal(plan, scores);
                plans.saveAndFlush(plan);
            });
        }
    }

    private void keepProposal(TreatmentPlan plan, List<MeasureHistory> scores) {
        var facts = facts(plan, scores);
        var step = rules.propose(facts).step();
        plan.care().propose(step == Step.HOLD ? null : step, ReviewReason.of(facts), rulesOf(plan));
    }

    /**
     * @throws Refused if the reason is missing, a clinical hold forbids more care, or the step is not possible; the
     *     message is for the user
     */
    void decide(TreatmentPlan plan, StepOrder order) {
        // lock the header first, so that no flag, booking or delivery comes between the facts and the decision
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(records.of(plan.patient()));
        plans.lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only the course of an active plan is decided");
        }
        var proposal = propose(plan, scores(plan));
        if (proposal.step() != order.decided()) {
            TextLimit.required("The reason", order.reason(), 400);
        }
        refuseBeforeReevaluation(plan, order);
        if (order.decided() == Step.STEP_DOWN) {
            refuseAdvanceWhileHeld(plan);
        }
        if (order.isMoreCare()) {
            activation.refuseWhileHeld(plan, "extended");
        }
        plan.decide(
                order,
                proposal,
                CurrentUser.current().staff(),
                clock.instant(),
                clinics.todayAt(plan.clinic()),
                clinics.openDays(plan.clinic()));
        // nothing is open until the next visit
        plan.care().propose(null, null, rulesOf(plan));
        plans.saveAndFlush(plan);
        var care = plan.care();
        headers.planIs(plan.patient(), care.title(), care.planned().all().size(), care.deliveredVisits());
        activation.openChart(plan);
    }

    /** No phase is advanced while a red flag holds treatment; to refer, to hold and to complete the record is possible. */
    private void refuseAdvanceWhileHeld(TreatmentPlan plan) {
        if (patients.brief(plan.patient()).orElseThrow(NotAvailable::new).clinicalHold()) {
            throw new Refused("Clinical hold: no phase can be advanced until the red flag is cleared");
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
     * @throws Refused if a goal was not measured lately, care that changed nothing is to go on, the reason is missing, or
     *     the plan is not active; the message is for the user
     */
    void reevaluate(TreatmentPlan plan, ReevaluationDecision decided, String reason) {
        // as for a step: the facts stay as they are until the decision is saved
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(records.of(plan.patient()));
        plans.lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only an active plan is re-evaluated");
        }
        var goals = goals(plan, scores(plan));
        var today = clinics.todayAt(plan.clinic());
        ReevaluationRules.refuse(goals, today, decided);
        if (decided != ReevaluationDecision.CONTINUE
                || today.isAfter(plan.care().reevaluation(rulesOf(plan), today).dueOn())) {
            TextLimit.required("The reason", reason, 400);
        }
        plan.reevaluate(
                decided, goals, reason, rules.version(), CurrentUser.current().staff(), clock.instant(), today);
        keepProposal(plan);
        plans.saveAndFlush(plan);
    }

    private List<MeasureHistory> scores(TreatmentPlan plan) {
        return measures.findByPatient(plan.patient());
    }

    private StepFacts facts(TreatmentPlan plan, List<MeasureHistory> scores) {
        var today = clinics.todayAt(plan.clinic());
        var states = plan.care().phaseStates();
        var rulesOfPhase = rulesOf(plan);
        var startsOn = plan.care().start();
        var startedOn = states.current().map(State::startedOn).orElse(startsOn);
        var since = startedOn == null ? startsOn : startedOn;
        return new StepFacts(
                rulesOfPhase,
                since,
                today,
                deliveredIn(plan, rulesOfPhase, since),
                !states.later().isEmpty(),
                plan.openFlag(),
                painOnArrival(scores, startsOn),
                plan.care().deliveredVisits(),
                functionGain(scores),
                goals(plan, scores),
                plan.care().reevaluation(rulesOfPhase, today));
    }

    private static int deliveredIn(TreatmentPlan plan, PhaseRules phase, LocalDate since) {
        return (int) plan.care().planned().all().stream()
                .filter(visit -> visit.phase() == phase.phase())
                .map(PlannedVisit::deliveredOn)
                .filter(day -> day != null && !day.isBefore(since))
                .count();
    }

    private static List<Integer> painOnArrival(List<MeasureHistory> scores, LocalDate startsOn) {
        return of(scores, PAIN_ON_ARRIVAL).stream()
                .flatMap(history -> history.scores().stream())
                .filter(row -> !row.measuredOn().isBefore(startsOn))
                .map(row -> row.result().score().intValue())
                .toList();
    }

    private static @Nullable BigDecimal functionGain(List<MeasureHistory> scores) {
        return of(scores, ACTIVITIES)
                .flatMap(MeasureHistory::change)
                .map(ScoreChange::improvement)
                .orElse(null);
    }

    private GoalFact fact(PlanGoal goal, List<MeasureHistory> scores) {
        var measure = definitions.require(goal.measure());
        var baseline = Objects.requireNonNullElse(goal.baseline(), BigDecimal.ZERO);
        var name = goal.activity().isEmpty() ? measure.name() : goal.activity();
        var newest = of(scores, goal.measure()).stream()
                .flatMap(history -> history.scores().stream())
                .filter(row -> goal.baselineOn() == null || row.measuredOn().isAfter(goal.baselineOn()))
                .filter(row -> row.result().valueOf(goal.activity()).isPresent())
                .reduce((earlier, later) -> later);
        if (newest.isEmpty()) {
            return new GoalFact(name, baseline, null, null, null, false);
        }
        var now = valueOf(newest.get(), goal);
        return new GoalFact(
                name,
                baseline,
                now,
                newest.get().measuredOn(),
                ScoreChange.judge(measure, baseline, now, goal.activity().isEmpty() ? 0 : 1)
                        .map(ScoreChange::course)
                        .orElse(null),
                goal.isReachedBy(now, measure.direction()));
    }

    private static BigDecimal valueOf(ScoreRow row, PlanGoal goal) {
        return row.result().valueOf(goal.activity()).orElseThrow();
    }

    private static Optional<MeasureHistory> of(List<MeasureHistory> scores, String measure) {
        return scores.stream()
                .filter(history -> history.measure().code().equals(measure))
                .findFirst();
    }
}
