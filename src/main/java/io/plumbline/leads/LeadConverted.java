package io.plumbline.leads;

import io.plumbline.shared.PatientId;
import java.util.UUID;

/** A lead became a patient. */
public record LeadConverted(LeadId lead, PatientId patient) implements LeadChanged {
    @Override
    public String kind() {
        return "lead.converted";
    }

    @Override
    public UUID subject() {
        return lead.value();
    }
}
