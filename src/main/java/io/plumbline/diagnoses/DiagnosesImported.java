package io.plumbline.diagnoses;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Audit event: an official order file was imported. */
record DiagnosesImported(UUID subject, String detail) implements Recorded {
    @Override
    public String kind() {
        return "diagnosis.imported";
    }
}
