package io.plumbline.leads;

import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed when a lead becomes a patient: the patient and the first appointment.
 *
 * @param added the new patient; null for an existing one
 * @param existing the existing patient, whose data is not overwritten; null for a new one
 * @param first the first appointment; null if the lead has a booked or held consultation
 */
public record Conversion(
        @Nullable PatientDraft added,
        @Nullable PatientId existing,
        ClinicId clinic,
        @Nullable FirstVisit first) {
    /**
     * Validates the patient.
     *
     * @throws Refused if there is neither a new nor an existing patient, or both
     */
    public Conversion {
        if ((added == null) == (existing == null)) {
            throw new Refused("Convert a lead either to a new patient or to an existing patient");
        }
    }

    /** Creates a conversion to a new patient with a first appointment. */
    public Conversion(PatientDraft patient, ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {
        this(patient, null, clinic, new FirstVisit(clinic, practitioner, on, at));
    }

    /** Returns the new patient. */
    PatientDraft newPatient() {
        return Objects.requireNonNull(added);
    }

    /**
     * The time of the first visit, for a consultation.
     *
     * @param on the day; with {@code at} an available slot of the practitioner, in the zone of the clinic
     */
    public record FirstVisit(ClinicId clinic, StaffId practitioner, LocalDate on, LocalTime at) {}
}
