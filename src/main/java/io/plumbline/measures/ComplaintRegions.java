package io.plumbline.measures;

import io.plumbline.patients.PatientDetails;

/** Implemented by the module of treatment plans: what hurts the patient whose measures are recorded. */
public interface ComplaintRegions {
    /**
     * Returns what the active treatment plans are about, by the intake notes that they began with; without one, what the
     * last signed intake note is about.
     *
     * @param opened a patient whose chart the current user has open, as one who treats the patient
     */
    AskedAbout of(PatientDetails opened);
}
