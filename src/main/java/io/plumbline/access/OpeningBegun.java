package io.plumbline.access;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody opened a record outside their relation, with a reason. */
public record OpeningBegun(UUID opening, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "opening.begun";
    }

    @Override
    public UUID subject() {
        return opening;
    }

    @Override
    public String detail() {
        return "for " + OpeningService.LASTS.toMinutes() + " minutes";
    }
}
