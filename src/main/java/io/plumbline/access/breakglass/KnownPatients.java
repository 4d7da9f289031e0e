package io.plumbline.access.breakglass;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What modules that the patients module depends on need to know about patients; implemented by the patients module. */
public interface KnownPatients {
    /** What a person reads whose number is that of no patient. */
    String NO_PATIENT = "No patient has this number. It looks like P-1042";

    /** The number of a patient as people type it, with its digits as the group. */
    Pattern NUMBER = Pattern.compile("(?:[Pp]-)?([0-9]{1,18})");

    /** Returns the clinics that know a patient, possibly none; empty if the patient does not exist. */
    Optional<Set<ClinicId>> clinicsOf(PatientId patient);

    /** Returns the names of these patients, for users who may know them. */
    Map<PatientId, String> names(Collection<PatientId> patients);

    /** Finds a patient by a number such as {@code P-1042}. */
    Optional<PatientId> withNumber(String number);

    /**
     * Returns the patient of a number that a person typed.
     *
     * @param field at which the message stands
     * @throws Refused if there is no patient with the number; the message is for the user
     */
    default PatientId required(String number, Enum<?> field) {
        return withNumber(number).orElseThrow(() -> new Refused(field, NO_PATIENT));
    }
}
