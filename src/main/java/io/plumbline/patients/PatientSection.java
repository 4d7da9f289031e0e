package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A part of the patient's page that another room draws; the parts come in the order of their beans. */
public interface PatientSection {
    /** The part for this patient, or empty where the caller may not see it. */
    Optional<Component> of(PatientDetails patient);

    /** Whether it is read before anything else is done, and so stands at the top of the page. */
    default boolean isUrgent() {
        return false;
    }
}
