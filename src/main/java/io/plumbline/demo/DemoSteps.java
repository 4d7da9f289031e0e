package io.plumbline.demo;

import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.StepOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Re-evaluates the demo patients and decides the steps of their plans, in the evening after a visit. */
@Component
class DemoSteps {
    private static final LocalTime EVENING = LocalTime.of(18, 30);

    private final DemoSignIn signIn;
    private final PlanService plans;
    private final PlanStepService steps;
    private final PatientService patients;
    private final MeasureService measures;

    DemoSteps(
            DemoSignIn signIn,
            PlanService plans,
            PlanStepService steps,
            PatientService patients,
            MeasureService measures) {
        this.signIn = signIn;
        this.plans = plans;
        this.steps = steps;
        this.patients = patients;
        this.measures = measures;
    }

    /** Decides what is due after a visit; the evening of the last visit is left to whoever looks around. */
    void afterVisit(DemoCourses.Course course, int number) {
        var isLastOfTheDay = number + 1 < course.given().size()
                && course.given()
                        .get(number + 1)
                        .on()
                        .isAfter(course.given().get(number).on());
        if (!isLastOfTheDay || course.stage() == DemoCourses.Stage.NO_PLAN) {
            return;
        }
        var on = course.given().get(number).on();
        signIn.as(course.team().assesses().account(), course.team().place().at(on, EVENING), () -> activePlan(course)
                .ifPresent(plan -> decide(plan, on)));
    }

    private Optional<PlanDetails> activePlan(DemoCourses.Course course) {
        return plans.findByPatient(course.patient()).stream()
                .findFirst()
                .flatMap(label -> plans.open(label.id()))
                .filter(plan -> plan.status() == PlanStatus.ACTIVE);
    }

    private void decide(PlanDetails plan, LocalDate on) {
        var outlook = outlook(plan);
        var isMeasured = ReevaluationRules.notMeasured(outlook.goals(), on).isEmpty();
        if (isMeasured && outlook.reevaluation().isSoon()) {
            reevaluate(plan, outlook);
            return;
        }
        var proposal = Objects.requireNonNull(outlook.proposal()).step();
        var current = outlook.states().current().map(State::phase);
        if (current.filter(phase -> isDelivered(plan, phase)).isEmpty()
                || outlook.states().later().isEmpty()
                || outlook.isReevaluationDue(on)
                || proposal == Step.STEP_UP
                || proposal == Step.REFER) {
            return;
        }
        var reason = proposal == Step.STEP_DOWN ? "" : "All visits of the phase are delivered, and the patient agrees.";
        steps.decide(plan.id(), plan.version(), new StepOrder(Step.STEP_DOWN, null, 0, null, reason));
    }

    private void reevaluate(PlanDetails plan, Outlook outlook) {
        switch (ReevaluationRules.courseOf(outlook.goals())) {
            case IMPROVING ->
                steps.reevaluate(
                        plan.id(), plan.version(), ReevaluationDecision.CONTINUE, "Measured again at today's visit.");
            case UNCHANGED ->
                steps.reevaluate(
                        plan.id(),
                        plan.version(),
                        ReevaluationDecision.CHANGE,
                        "No change yet. The plan is reviewed with the patient.");
            case WORSENING ->
                steps.reevaluate(
                        plan.id(), plan.version(), ReevaluationDecision.REFER, "Worse than at the start of care.");
        }
    }

    private static boolean isDelivered(PlanDetails plan, PlanPhase phase) {
        return plan.visits().stream()
                .filter(visit -> visit.phase() == phase)
                .allMatch(visit -> visit.deliveredOn() != null);
    }

    private Outlook outlook(PlanDetails plan) {
        var patient = patients.details(plan.patient()).orElseThrow();
        return steps.outlook(plan, measures.findByPatient(patient)).orElseThrow();
    }
}
