package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** An alert of a patient counts no longer. */
public record AlertEnded(UUID alert, PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "alert.ended";
    }

    @Override
    public UUID subject() {
        return alert;
    }
}
