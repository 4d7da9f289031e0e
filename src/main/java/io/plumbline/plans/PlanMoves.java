package io.plumbline.plans;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Puts plans on hold, resumes and ends them, and updates what depends on the status: visits, header, charts. */
@Component
class PlanMoves {
    private final TreatmentPlans plans;
    private final PlanActivation activation;
    private final PatientService patients;
    private final ClinicService clinics;
    private final Clock clock;

    PlanMoves(
            TreatmentPlans plans,
            PlanActivation activation,
            PatientService patients,
            ClinicService clinics,
            Clock clock) {
        this.plans = plans;
        this.activation = activation;
        this.patients = patients;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * @throws Refused if the reason is missing; the message is for the user
     * @throws Refused if the plan's status or, on resuming, a clinical hold forbids it
     */
    void move(TreatmentPlan plan, PlanStatus to, String reason) {
        // lock the header first, so that no flag, booking or delivery comes between the check and the status change
        patients.holdHeader(plan.patient());
        plans.lockRunningOf(plan.patient());
        plans.hold(plan);
        var by = Caller.current().staff();
        var now = clock.instant();
        switch (to) {
            case ON_HOLD -> plan.hold(reason, by, now, clinics.todayAt(plan.clinic()));
            case ACTIVE -> resume(plan, reason, now);
            case COMPLETED, REVOKED, ENTERED_IN_ERROR -> plan.end(to, reason, by, now, clinics.todayAt(plan.clinic()));
            case DRAFT -> throw new IllegalArgumentException("A plan cannot return to draft");
        }
        plans.saveAndFlush(plan);
        keepHeader(plan);
    }

    private void resume(TreatmentPlan plan, String reason, Instant now) {
        activation.refuseWhileHeld(plan, "resumed");
        var running = plans.runningOf(plan.patient());
        plan.resume(
                reason, Caller.current().staff(), now, clinics.todayAt(plan.clinic()), clinics.openDays(plan.clinic()));
        activation.takeBooked(plan, running);
        activation.openChart(plan);
    }

    /** Shows this plan in the header while it is active, otherwise another active or on-hold plan, otherwise none. */
    private void keepHeader(TreatmentPlan plan) {
        plans.runningOf(plan.patient()).stream()
                .reduce((first, other) -> other.id().equals(plan.id()) && other.isActive() ? other : first)
                .ifPresentOrElse(
                        shown -> patients.planIs(
                                shown.patient(),
                                shown.title(),
                                shown.planned().all().size(),
                                shown.deliveredVisits()),
                        () -> patients.noPlanRuns(plan.patient()));
    }
}
