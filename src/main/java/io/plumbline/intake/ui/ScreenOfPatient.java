package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That a patient was never screened for red flags: no flag is known of them then, which is not the same as none. */
@Order(1)
@Component
class ScreenOfPatient implements PatientSection {
    private final IntakeService intake;

    ScreenOfPatient(IntakeService intake) {
        this.intake = intake;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> of(PatientDetails patient) {
        return patient.clinical() == null || intake.ofPatient(patient).stream().anyMatch(IntakeRow::isScreened)
                ? Optional.empty()
                : Optional.of(Ui.card(
                        "Red-flag screen",
                        StatusBadge.warn("Not screened"),
                        Ui.text("muted", "No signed intake note has a screen for red flags yet.")));
    }

    @Override
    public boolean isUrgent() {
        return true;
    }
}
