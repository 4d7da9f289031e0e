package io.plumbline.patients.search;

import io.plumbline.patients.PatientRow;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A patient who shares a phone number, an e-mail address or the sound of a name with another person.
 *
 * @param phones all numbers of the patient; one without a country code is read as dialed from each of the clinics
 * @param clinics the requested clinics at which the patient is registered
 */
public record PatientCandidate(
        PatientRow patient,
        Set<PhoneNumber> phones,
        @Nullable EmailAddress email,
        Set<ClinicId> clinics) {}
