package io.plumbline.intake;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;
import java.util.Optional;

/** What comes after a signed intake note; the rooms that go on from it have one each. */
public interface AfterIntake {
    /** The way on; empty where the caller has none. */
    Optional<Component> of(PatientDetails patient);
}
