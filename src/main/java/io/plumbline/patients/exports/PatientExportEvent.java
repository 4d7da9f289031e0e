package io.plumbline.patients.exports;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/**
 * A list of patients was exported to a file.
 *
 * @param export the id of this export
 */
record PatientExportEvent(UUID export, long patients, String reason) implements Recorded {
    @Override
    public String kind() {
        return "patient.exported";
    }

    @Override
    public UUID subject() {
        return export;
    }

    @Override
    public String detail() {
        return "patients " + patients + ", reason " + reason;
    }
}
