package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A treatment plan was put to work. */
public record PlanActivated(UUID plan, PatientId patient, int plannedVisits) implements Recorded {
    @Override
    public String kind() {
        return "plan.activated";
    }

    @Override
    public UUID subject() {
        return plan;
    }

    @Override
    public String detail() {
        return plannedVisits + " planned visits";
    }
}
