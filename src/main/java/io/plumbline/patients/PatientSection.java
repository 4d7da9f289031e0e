package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** A section of the patient's page that another module implements; sections of one place appear in bean order. */
public interface PatientSection {
    /** Returns the section for a patient; empty if the current user may not see it. */
    Optional<Component> of(PatientDetails patient);

    /** Returns where on the patient's page the section belongs; only the sections of the open part are asked. */
    Place place();

    /** A place on the patient's page. */
    enum Place {
        /** Beside the patient's name, on every part. */
        ACTION,
        /** On top of the overview, to be read before anything else. */
        TOP,
        /** In the first card of the overview: why the patient comes. */
        REASON,
        /** In the first card of the overview, beside the reason: how it goes. */
        COURSE,
        /** Beside the overview: a computed fact of the status of care. */
        RAIL,
        /** Among who the patient is. */
        PERSON,
        INTAKE,
        PLANS,
        NOTES,
        MEASURES,
        REACTIONS,
        REFERRALS
    }
}
