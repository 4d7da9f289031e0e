package io.plumbline.patients;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patient who has the phone number, the e-mail address or the sound of the name of somebody else.
 *
 * @param phones their number; one without a country code as it is dialled from each of the clinics
 * @param clinics those of the clinics asked for that know the patient
 */
public record PatientCandidate(
        PatientRow patient,
        Set<PhoneNumber> phones,
        @Nullable EmailAddress email,
        Set<ClinicId> clinics) {}
