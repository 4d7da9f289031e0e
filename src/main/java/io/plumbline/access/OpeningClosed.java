package io.plumbline.access;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody closed a record that they had opened with a reason, before its time. */
public record OpeningClosed(UUID opening, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "opening.closed";
    }

    @Override
    public UUID subject() {
        return opening;
    }
}
