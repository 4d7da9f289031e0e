package io.plumbline.patients;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Somebody opened a patient's page. */
public record PatientOpened(PatientId patient, boolean clinical) implements Recorded {
    @Override
    public String kind() {
        return "patient.opened";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }

    @Override
    public String detail() {
        return clinical ? "with clinical content" : "without clinical content";
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
