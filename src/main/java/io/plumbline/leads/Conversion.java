package io.plumbline.leads;

import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed when a lead becomes a patient: who they are and when they come first.
 *
 * @param added who is new here; null where they are here already
 * @param existing the patient whom they are; null where they are new. Nothing of theirs is overwritten
 * @param first when they come first; null where a consultation is booked for the lead, or was held
 */
public record Conversion(
        @Nullable PatientDraft added,
        @Nullable PatientId existing,
        ClinicId clinic,
        @Nullable FirstVisit first) {
    /**
     * @throws IllegalArgumentException if it names nobody, or two
     */
    public Conversion {
        if ((added == null) == (existing == null)) {
            throw new IllegalArgumentException("A lead becomes either a new patient or one who is here already");
        }
    }

    /** A new patient, who comes first then. */
    public Conversion(PatientDraft patient, ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {
        this(patient, null, clinic, new FirstVisit(clinic, practitioner, on, at));
    }

    /** Who is added. */
    PatientDraft newPatient() {
        return Objects.requireNonNull(added);
    }
}
