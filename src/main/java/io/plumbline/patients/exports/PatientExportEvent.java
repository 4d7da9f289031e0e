package io.plumbline.patients.exports;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import java.util.UUID;

/**
 * A list of patients was exported to a file.
 *
 * @param export the id of this export
 */
@StoredKind("patient.exported")
record PatientExportEvent(UUID export, long patients, String reason) implements Recorded {
    @Override
    public String detail() {
        return "patients " + patients + ", reason " + reason;
    }
}
