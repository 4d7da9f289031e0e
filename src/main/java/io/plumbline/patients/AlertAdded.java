package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody said what must not be overlooked of a patient. */
public record AlertAdded(UUID alert, PatientId patient, AlertAudience audience) implements Recorded {
    @Override
    public String kind() {
        return "alert.added";
    }

    @Override
    public UUID subject() {
        return alert;
    }

    /** For whom it is; what kind it is would say something clinical. */
    @Override
    public String detail() {
        return "audience " + audience;
    }
}
