package io.plumbline.plans;

import io.plumbline.patients.PatientAgreement;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a chiropractor decides about the course of a plan.
 *
 * @param to the phase that begins after a step down; null for the next one
 * @param moreVisits how many visits each service of the phase gets, 0 to 24; a step up needs at least one
 * @param agreement the patient's to more care; null if nothing grows
 * @param reason at most 400 characters; required where it differs from what was proposed
 */
public record StepOrder(
        Step decided,
        @Nullable PlanPhase to,
        int moreVisits,
        @Nullable PatientAgreement agreement,
        String reason) {
    /** Returns this order with the patient's agreement. */
    public StepOrder with(PatientAgreement given) {
        return new StepOrder(decided, to, moreVisits, given, reason);
    }

    /** Returns whether the patient gets more care by it, to which the patient must agree. */
    public boolean isMoreCare() {
        return decided == Step.STEP_UP || decided == Step.HOLD && moreVisits > 0;
    }
}
