package io.plumbline.plans.summary;

import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running plan in a few facts.
 *
 * @param status active or on hold
 * @param expected how many visits were planned until today, today included
 * @param phase the current phase; null if the plan has no visit left and records none
 * @param phaseSince null if not recorded
 * @param proposed the step that the facts propose and nobody has decided yet; null if none is open
 * @param review why the scores ask a clinician to look; null if they do not
 * @param isWorse whether the patient is worse under this or another active plan: no thrust and no deep pressure before
 *     the examination
 * @param reevaluateOn the day by which the plan is re-evaluated; null if not known yet
 */
public record PlanSummary(
        PlanId id,
        String title,
        PlanStatus status,
        int planned,
        int delivered,
        int expected,
        @Nullable PlanPhase phase,
        @Nullable LocalDate phaseSince,
        @Nullable Step proposed,
        @Nullable ReviewReason review,
        boolean isWorse,
        @Nullable LocalDate reevaluateOn,
        List<PlanFactor> factors,
        List<PlanGoal> goals) {
    public PlanSummary {
        factors = List.copyOf(factors);
        goals = List.copyOf(goals);
    }

    /** Returns whether the re-evaluation is due on a day. */
    public boolean isReevaluationDue(LocalDate today) {
        return status == PlanStatus.ACTIVE && reevaluateOn != null && !reevaluateOn.isAfter(today);
    }
}
