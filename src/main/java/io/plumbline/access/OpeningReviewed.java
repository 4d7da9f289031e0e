package io.plumbline.access;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody looked at why a record was opened with a reason. */
public record OpeningReviewed(UUID opening, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "opening.reviewed";
    }

    @Override
    public UUID subject() {
        return opening;
    }
}
