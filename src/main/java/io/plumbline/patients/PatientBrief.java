package io.plumbline.patients;

import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A patient at the head of one of their records.
 *
 * @param id the record under which the patient is read
 * @param number the patient number
 * @param statusSince since when the status holds; null for a patient whose status never changed
 * @param birthDate null if unknown
 * @param clinicalHold whether no treatment and no exercise session may be booked or started now
 * @param thrustHold whether no adjustment may be booked or given now
 * @param status whether the patient can be booked at all
 * @param sameName that another patient has the same name; null if none has
 * @param clinical whether the current user is in relation to the patient, and so may read clinical content
 */
public record PatientBrief(
        PatientId id,
        String number,
        String name,
        @Nullable LocalDate birthDate,
        boolean clinicalHold,
        boolean thrustHold,
        PatientStatus status,
        @Nullable LocalDate statusSince,
        @Nullable SameName sameName,
        boolean clinical) {
    /** Returns whether something new may be begun on a record of the patient. */
    public RecordState on(PatientId record) {
        return new RecordState(record, id, number, status, statusSince);
    }

    /**
     * Refuses what is only done for active patients.
     *
     * @param refused what is not done, as the end of a sentence
     * @throws Refused with a message for the user
     */
    public void requireActive(String refused) {
        if (status != PatientStatus.ACTIVE) {
            throw new Refused(status.because() + ": " + refused);
        }
    }

    /** Returns a sentence on what may not be booked or started now, and what still may; empty if there is no hold. */
    public String hold() {
        if (status != PatientStatus.ACTIVE) {
            return status.because() + ": nothing can be booked.";
        }
        if (clinicalHold) {
            return "Clinical hold: no adjustment, massage or exercise session until a chiropractor has cleared the patient."
                    + " A consultation or an assessment may be booked.";
        }
        return thrustHold
                ? "Clinical hold: no adjustment for now. A massage, an exercise session, a consultation or an assessment"
                        + " may be booked."
                : "";
    }
}
