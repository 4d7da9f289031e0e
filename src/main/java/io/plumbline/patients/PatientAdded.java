package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** A patient was added to the directory. */
public record PatientAdded(PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "patient.added";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }
}
