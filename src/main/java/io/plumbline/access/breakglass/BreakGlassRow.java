package io.plumbline.access.breakglass;

import io.plumbline.shared.ids.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the break-glass access list for reviewers.
 *
 * @param by who had the access
 * @param patientLabel the patient's name for a manager, the patient's number for an auditor
 * @param isOwn whether it is the current user's own access, which they cannot review
 * @param dueAt from when the review is overdue
 * @param review what a reviewer decided; null if nobody has
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
        Instant dueAt,
        @Nullable Review review) {

    /**
     * A review.
     *
     * @param by who reviewed the access
     * @param decision null for a review from before reviewers decided
     * @param note what the reviewer wrote; empty for such a review
     */
    public record Review(String by, Instant at, @Nullable BreakGlassDecision decision, String note) {}

    /** Returns whether nobody reviewed it in time. */
    public boolean isOverdue(Instant now) {
        return review == null && !dueAt.isAfter(now);
    }

    BreakGlassRow withPatientLabel(String label) {
        return new BreakGlassRow(id, by, patient, label, reason, openedAt, until, isOwn, dueAt, review);
    }
}
