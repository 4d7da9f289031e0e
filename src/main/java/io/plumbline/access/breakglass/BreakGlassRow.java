package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the break-glass access list for reviewers.
 *
 * @param by who had the access
 * @param patientLabel the patient's name for a manager, the patient's number for an auditor
 * @param isOwn whether it is the caller's own access, which they cannot review
 * @param reviewedBy who reviewed it; null if nobody has
 */
public record BreakGlassRow(
        BreakGlassId id,
        String by,
        PatientId patient,
        String patientLabel,
        String reason,
        Instant openedAt,
        Instant until,
        boolean isOwn,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt) {

    BreakGlassRow withPatientLabel(String label) {
        return new BreakGlassRow(id, by, patient, label, reason, openedAt, until, isOwn, reviewedBy, reviewedAt);
    }
}
