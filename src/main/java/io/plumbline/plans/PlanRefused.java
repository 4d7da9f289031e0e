package io.plumbline.plans;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for a treatment plan that is not theirs, or that does not exist: the answer is the same. */
public record PlanRefused(UUID plan) implements Recorded {
    @Override
    public String kind() {
        return "plan.refused";
    }

    @Override
    public UUID subject() {
        return plan;
    }
}
