package io.plumbline.patients;

import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.HereAlready;
import io.plumbline.shared.ui.Places;
import java.time.LocalDate;

/**
 * A patient who may be the one that is being added.
 *
 * @param why what is the same, for who adds
 */
public record PatientLikeness(PatientRow patient, String why) {
    /** The same, as every screen shows it that adds somebody. */
    public HereAlready.Candidate candidate(LocalDate today) {
        var born = patient.birthDate() == null ? "not known" : Dates.birthDate(patient.birthDate(), today);
        return new HereAlready.Candidate(
                patient.name(), Places.patient(patient.id()), patient.number() + " · born " + born, why);
    }
}
