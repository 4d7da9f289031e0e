package io.plumbline.access;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody gave a reason to open a record that does not exist. */
public record OpeningRefused(PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "opening.refused";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }
}
