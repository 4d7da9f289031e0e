package io.plumbline.access;

import io.plumbline.shared.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was opened with a reason, as who reviews it reads it.
 *
 * @param by who opened it
 * @param patientLabel the patient's name for the manager, the number for the auditor
 * @param isOwn whether the caller opened it, and so does not review it
 * @param reviewedBy who reviewed it; null while nobody has
 */
public record OpeningRow(
        UUID id,
        String by,
        PatientId patient,
        String patientLabel,
        String reason,
        Instant openedAt,
        Instant until,
        boolean isOwn,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {

    OpeningRow withPatientLabel(String label) {
        return new OpeningRow(id, by, patient, label, reason, openedAt, until, isOwn, reviewedBy, reviewedAt);
    }
}
