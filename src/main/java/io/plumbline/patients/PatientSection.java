package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A section of the patient's page that another room implements; sections appear in bean order. */
public interface PatientSection {
    /** Returns the section for a patient; empty if the caller may not see it. */
    Optional<Component> of(PatientDetails patient);

    /** Returns whether the section must be read before anything else and so belongs at the top of the page. */
    default boolean isUrgent() {
        return false;
    }
}
