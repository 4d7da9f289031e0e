package io.plumbline.intake.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** A patient who was never screened has no known flags, which is not the same as having none. */
@Order(5)
@org.springframework.stereotype.Component
class ScreenMissing implements PatientSection {
    private final IntakeService intake;

    ScreenMissing(IntakeService intake) {
        this.intake = intake;
    }

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        return patient.clinical() == null
                        || intake.findByPatient(patient).stream().anyMatch(IntakeRow::isScreened)
                ? Optional.empty()
                : Optional.of(banner());
    }

    static Component banner() {
        return Ui.div(
                "banner tone-warn",
                Icon.ALERT.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", "Not screened"),
                        Ui.text("", "No signed intake note includes a red-flag screen yet.")));
    }
}
