package io.plumbline.patients.exports;

import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient in an export: what the front desk sees, without anything clinical.
 *
 * @param address in one line; empty if there is none
 * @param clinics where the patient is registered, as far as the current user works there
 */
public record ExportedPatient(
        String number,
        String givenName,
        String familyName,
        String preferredName,
        @Nullable LocalDate birthDate,
        @Nullable PhoneNumber phone,
        @Nullable String email,
        String language,
        String address,
        PatientStatus status,
        List<ClinicId> clinics) {}
