package io.plumbline.patients.status;

import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import java.util.List;

/**
 * Implemented by the modules that have something open with patients: lists it, and ends it when a patient is set inactive
 * or deceased. Whoever calls has checked that the current user may see and change the patient. Beans run in their order, while
 * the patient's header is locked.
 */
public interface PatientClosing {
    /** Returns what is open with a patient. */
    List<OpenItem> findOpen(PatientId patient);

    /**
     * Ends what must end. For a deceased patient, no plan stays active or on hold.
     *
     * @param next inactive or deceased
     * @param reason at most 200 characters
     * @throws Refused if it cannot end now; the message is for the user
     */
    void end(PatientId patient, PatientStatus next, String reason);
}
