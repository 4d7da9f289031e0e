package io.plumbline.patients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A patient at the head of one of their records.
 *
 * @param birthDate null if unknown
 * @param clinicalHold whether no treatment and no exercise session may be booked or started now
 * @param thrustHold whether no adjustment may be booked or given now
 * @param clinical whether the caller is in relation to the patient, and so may read clinical content
 */
public record PatientBrief(
        String name, @Nullable LocalDate birthDate, boolean clinicalHold, boolean thrustHold, boolean clinical) {
    /** Returns a sentence on what may not be booked or started now, and what still may; empty if there is no hold. */
    public String hold() {
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
