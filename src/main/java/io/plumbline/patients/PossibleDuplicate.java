package io.plumbline.patients;

import io.plumbline.shared.CandidateLine;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import java.time.LocalDate;

/**
 * A patient who may be the same person as the one being added.
 *
 * @param why what the two have in common, for the user
 */
public record PossibleDuplicate(PatientRow patient, String why) {
    /** Returns the candidate in the form that every screen for adding a person shows. */
    public CandidateLine candidate(LocalDate today) {
        var born = patient.birthDate() == null ? "not known" : Dates.birthDate(patient.birthDate(), today);
        return new CandidateLine(
                patient.name(), Routes.patient(patient.id()), patient.numberAndStatus() + " · born " + born, why);
    }
}
