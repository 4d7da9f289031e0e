package io.plumbline.notes;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A chiropractor or a manager has seen that somebody was treated during a clinical hold. */
public record HeldTreatmentSeen(UUID note, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "hold.treatment-seen";
    }

    @Override
    public UUID subject() {
        return note;
    }
}
