package io.plumbline.patients.related;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A person around a patient.
 *
 * @param relation what the person is to the patient, in words
 * @param patient the person, if a patient whom the current user may see; otherwise null
 * @param name of a patient whom the current user may not see, only that it is one
 * @param phone null if unknown, and for a patient
 */
public record RelatedRow(
        RelatedId id,
        String relation,
        @Nullable PatientId patient,
        String name,
        @Nullable PhoneNumber phone) {}
