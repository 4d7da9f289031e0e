package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody asked for a patient's page that is not theirs, or that does not exist: the answer is the same. */
public record PatientRefused(PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "patient.refused";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }
}
