package io.plumbline.access;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rooms to the left of the patients' must ask about them; the patients' room answers. */
public interface KnownPatients {
    /** The clinics that know a patient, possibly none; empty where there is no such patient. */
    Optional<Set<ClinicId>> clinicsOf(PatientId patient);

    /** The name of each of these patients, for who may know it. */
    Map<PatientId, String> names(Collection<PatientId> patients);

    /** The patient with a number such as {@code P-1042}. */
    Optional<PatientId> withNumber(String number);
}
