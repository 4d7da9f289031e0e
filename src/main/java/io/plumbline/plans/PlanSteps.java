package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.Step;
import io.plumbline.phases.StepProposal;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the decision of a chiropractor on the course of a plan. */
@Component
class PlanSteps {
    private final TreatmentPlans plans;
    private final PlanLocker locks;
    private final PlanActivation activation;
    private final CourseJudge courses;
    private final PatientService patients;
    private final PatientHeaderService headers;
    private final ClinicService clinics;
    private final Clock clock;

    PlanSteps(
            TreatmentPlans plans,
            PlanLocker locks,
            PlanActivation activation,
            CourseJudge courses,
            PatientService patients,
            PatientHeaderService headers,
            ClinicService clinics,
            Clock clock) {
        this.plans = plans;
        this.locks = locks;
        this.activation = activation;
        this.courses = courses;
        this.patients = patients;
        this.headers = headers;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * @throws Refused if the reason is missing, a clinical hold forbids more care, or the step is not possible; the
     *     message is for the user
     */
    void decide(TreatmentPlan plan, StepOrder order) {
        locks.lock(plan);
        if (!plan.isActive()) {
            throw new Refused("Only the course of an active plan is decided");
        }
        var proposal = courses.propose(plan);
        if (order.decided() == Step.REFER) {
            PlanReferrals.refuseUnderFlag(proposal);
        }
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
        courses.keepProposal(plan);
        if (proposal.isSettledByADecision()) {
            plan.care().decided();
        }
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

    /** No course that worsens or waits for a decision is answered with more of the same care. */
    private static void refuseMoreOfTheSame(StepProposal proposal, StepOrder order) {
        if (order.decided() == Step.STEP_UP && !proposal.mayStepUp()) {
            throw new Refused("More care is not planned now. " + proposal.why());
        }
        if (order.moreVisits() > 0 && !proposal.mayExtend()) {
            throw new Refused("No visits are added now. " + proposal.why());
        }
    }

    /** Only advancing and extending wait for a re-evaluation: more frequent care and a referral do not. */
    private void refuseBeforeReevaluation(TreatmentPlan plan, StepOrder order) {
        var today = clinics.todayAt(plan.clinic());
        var due = plan.care().reevaluation(courses.rulesOf(plan), today).dueOn();
        var waits = order.decided() == Step.STEP_DOWN || order.decided() == Step.HOLD && order.moreVisits() > 0;
        if (waits && !today.isBefore(due)) {
            throw new Refused("Re-evaluate the patient first: it has been due since " + Dates.dayAndYear(due));
        }
    }
}
