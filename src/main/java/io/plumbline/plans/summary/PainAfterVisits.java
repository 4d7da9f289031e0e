package io.plumbline.plans.summary;

import io.plumbline.patients.PatientDetails;
import java.time.LocalDate;
import java.util.List;

/** Implemented by the module of session notes: the pain with which a patient left each visit. */
public interface PainAfterVisits {
    /** @param pain 0 to 10 */
    record Felt(LocalDate on, int pain) {}

    /** Returns the pain after the signed visits of a patient whose chart the current user has open, oldest first. */
    List<Felt> findByPatient(PatientDetails opened);
}
