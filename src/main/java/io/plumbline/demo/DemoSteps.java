package io.plumbline.demo;

import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreChange.Course;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.PhaseStates.State;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.phases.ReevaluationRules;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.plans.StepOrder;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Locale;
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
    private final PlanRevisionService revisions;
    private final PatientService patients;
    private final MeasureService measures;

    DemoSteps(
            DemoSignIn signIn,
            PlanService plans,
            PlanStepService steps,
            PlanRevisionService revisions,
            PatientService patients,
            MeasureService measures) {
        this.signIn = signIn;
        this.plans = plans;
        this.steps = steps;
        this.revisions = revisions;
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
                .ifPresent(plan -> decide(course, plan, number)));
    }

    /** Begins the examination of a patient who is worse under a plan; empty if they are not. */
    Optional<IntakeId> beginExamination(DemoCourses.Course course) {
        return activePlan(course)
                .filter(plan -> outlook(plan).isExaminedNext())
                .map(plan -> steps.beginExamination(plan.id(), plan.version()));
    }

    /** Records the re-evaluation that found the patient worse. */
    void refer(DemoCourses.Course course) {
        activePlan(course)
                .ifPresent(plan -> steps.reevaluate(
                        plan.id(),
                        plan.version(),
                        ReevaluationDecision.REFER,
                        "Worse than at the start of care: examined today, sent to the physician."));
    }

    /** Ends a plan by the re-evaluation that found the patient better. */
    void discharge(DemoCourses.Course course) {
        activePlan(course).stream()
                .flatMap(plan -> Objects.requireNonNull(plan.clinical()).draft().factors().stream())
                .map(PlanFactor::code)
                .forEach(code -> activePlan(course)
                        .ifPresent(plan ->
                                steps.noteFactor(plan.id(), plan.version(), code, PlanFactor.Status.IMPROVING)));
        activePlan(course)
                .ifPresent(plan -> steps.reevaluate(
                        plan.id(),
                        plan.version(),
                        ReevaluationDecision.DISCHARGE,
                        course.stage().reason()));
    }

    /** Begins to revise a plan under which nothing has changed: exercise beside massage. The chiropractor goes on with it. */
    void beginRevision(DemoCourses.Course course) {
        activePlan(course)
                .ifPresent(plan -> steps.reevaluate(
                        plan.id(),
                        plan.version(),
                        ReevaluationDecision.CHANGE,
                        "No change after five weeks: exercise is added beside adjustment and massage."));
        activePlan(course).ifPresent(plan -> {
            var draft = revisions.open(plan.id());
            var services = new ArrayList<>(draft.content().services());
            services.add(new PlannedService(
                    PlanPhase.CORRECTIVE,
                    AppointmentType.EXERCISE,
                    course.team().gives(AppointmentType.EXERCISE).staff(),
                    Frequency.WEEKLY,
                    4));
            revisions.saveDraft(plan.id(), draft.version(), draft.content().withServices(services));
        });
    }

    private Optional<PlanDetails> activePlan(DemoCourses.Course course) {
        return plans.findByPatient(course.patient()).stream()
                .findFirst()
                .flatMap(label -> plans.open(label.id()))
                .filter(plan -> plan.status() == PlanStatus.ACTIVE);
    }

    private void decide(DemoCourses.Course course, PlanDetails plan, int number) {
        var on = course.given().get(number).on();
        var outlook = outlook(plan);
        if (outlook.isExaminedNext()) {
            // left to the chiropractor, who finds it on the start page
            return;
        }
        var isReevaluated = (outlook.reevaluation().isSoon() || outlook.isReevaluationDue(on))
                && ReevaluationRules.notMeasured(outlook.goals(), on).isEmpty()
                && ReevaluationRules.courseOf(outlook.goals()) == Course.IMPROVING;
        if (isReevaluated) {
            steps.reevaluate(plan.id(), plan.version(), ReevaluationDecision.CONTINUE, goesOn(course, number));
            activePlan(course).ifPresent(now -> stepDown(course, now, outlook(now), number));
        } else {
            stepDown(course, plan, outlook, number);
        }
    }

    private static String goesOn(DemoCourses.Course course, int number) {
        return "Pain on arrival %s at the start and %s today; %s is easier. Wants to go on."
                .formatted(
                        course.painAtFirst(),
                        course.sessions().get(number).painBefore(),
                        course.complaint().limitations().getFirst().activity().toLowerCase(Locale.ROOT));
    }

    /** Ends a phase with its last visit; what is due or open before that is left to the chiropractor, who finds it. */
    private void stepDown(DemoCourses.Course course, PlanDetails plan, Outlook outlook, int number) {
        var proposal = Objects.requireNonNull(outlook.proposal()).step();
        var current = outlook.states().current().map(State::phase);
        if (current.filter(phase -> isDelivered(plan, phase)).isEmpty()
                || outlook.states().later().isEmpty()
                || outlook.isReevaluationDue(course.given().get(number).on())
                || proposal != null && proposal != Step.STEP_DOWN && !proposal.goesOn()) {
            return;
        }
        var reason = proposal == Step.STEP_DOWN
                ? ""
                : "All visits of the phase are delivered, pain on arrival is %s, and the patient agrees."
                        .formatted(course.sessions().get(number).painBefore());
        steps.decide(plan.id(), plan.version(), new StepOrder(Step.STEP_DOWN, null, 0, null, reason));
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
