package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.List;
import java.util.UUID;

/** Somebody corrected who a patient is or how to reach them. */
public record PatientCorrected(PatientId patient, List<String> fields, long revision) implements Recorded {
    @Override
    public String kind() {
        return "patient.corrected";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }

    @Override
    public String detail() {
        return "revision " + revision + ": " + (fields.isEmpty() ? "nothing" : String.join(", ", fields));
    }
}
