package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** Says beside the patient's name that an emergency flag is proposed to be cleared, and waits for a second clinician. */
@Order(0)
@org.springframework.stereotype.Component
class ProposalAtHeader implements PatientSection {
    private final SafetyService safety;

    ProposalAtHeader(SafetyService safety) {
        this.safety = safety;
    }

    @Override
    public Place place() {
        return Place.ACTION;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        // nobody else has a second clinician to wait for, and is not asked about
        if (patient.clinical() == null || patient.clinical().openFlagLevel() != FlagLevel.E) {
            return Optional.empty();
        }
        return safety.findByPatient(patient).stream()
                .filter(FlagDetails::waitsForSecond)
                .findFirst()
                .map(flag -> new StatusBadge(Tone.CLINICAL, Icon.FLAG, "Waits for a second clinician"));
    }
}
