package io.plumbline.plans;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A planned visit was delivered. */
public record VisitDelivered(UUID plan, PatientId patient, UUID visit, int delivered, int planned) implements Recorded {
    @Override
    public String kind() {
        return "plan.visit-delivered";
    }

    @Override
    public UUID subject() {
        return plan;
    }

    @Override
    public String detail() {
        return delivered + " of " + planned;
    }
}
