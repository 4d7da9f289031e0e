package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody opened a treatment plan. */
public record PlanOpened(UUID plan, PatientId patient, boolean clinical) implements Recorded {
    @Override
    public String kind() {
        return "plan.opened";
    }

    @Override
    public UUID subject() {
        return plan;
    }

    @Override
    public String detail() {
        return clinical ? "with clinical content" : "without clinical content";
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
