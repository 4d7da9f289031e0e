package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A treatment plan was held, resumed or ended. */
public record PlanMoved(UUID plan, PatientId patient, PlanStatus from, PlanStatus to) implements Recorded {
    @Override
    public String kind() {
        return "plan.moved";
    }

    @Override
    public UUID subject() {
        return plan;
    }

    @Override
    public String detail() {
        return "status " + from + " to " + to;
    }
}
