package io.plumbline.audit;

import io.plumbline.shared.PatientId;
import io.plumbline.shared.Recorded;
import java.util.UUID;

/** The auditor looked at who had to do with a patient's record. */
public record AuditSearched(PatientId patient) implements Recorded {
    @Override
    public String kind() {
        return "audit.searched";
    }

    @Override
    public UUID subject() {
        return patient.value();
    }

    @Override
    public boolean isLook() {
        return true;
    }
}
