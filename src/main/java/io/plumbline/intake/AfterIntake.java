package io.plumbline.intake;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;
import java.util.Optional;

/** The next step after a signed intake note. Each module that offers one implements it. */
public interface AfterIntake {
    /** Returns the next step for a patient; empty if the current user has none. */
    Optional<Component> of(PatientDetails patient);
}
