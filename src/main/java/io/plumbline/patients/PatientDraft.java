package io.plumbline.patients;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who a patient is and how to reach them, as the desk writes it down. */
public record PatientDraft(
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email) {}
