package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** A draft of a treatment plan was begun or written on. */
public record PlanWritten(UUID plan, PatientId patient, long revision, List<String> fields) implements Recorded {
    @Override
    public String kind() {
        return "plan.written";
    }

    @Override
    public UUID subject() {
        return plan;
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + String.join(", ", fields);
    }
}
