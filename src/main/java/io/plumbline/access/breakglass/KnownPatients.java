package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What modules that the patients module depends on need to know about patients; implemented by the patients module. */
public interface KnownPatients {
    /** Returns the clinics that know a patient, possibly none; empty if the patient does not exist. */
    Optional<Set<ClinicId>> clinicsOf(PatientId patient);

    /** Returns the names of these patients, for callers who may know them. */
    Map<PatientId, String> names(Collection<PatientId> patients);

    /** Finds a patient by a number such as {@code P-1042}. */
    Optional<PatientId> withNumber(String number);
}
