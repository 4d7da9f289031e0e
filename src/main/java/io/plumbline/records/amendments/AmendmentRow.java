package io.plumbline.records.amendments;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amendment request, with the patient by number alone.
 *
 * @param version the version to pass when changing it
 * @param place its place in the list
 * @param registeredBy as colleagues call them
 * @param decidedBy as colleagues call them; null as long as it is open
 * @param decisionWords what was appended, the basis of the denial, or how it was withdrawn
 * @param told who else was told of what was amended
 * @param disagreement the statement of disagreement after a denial
 * @param rebuttal the answer to that statement
 */
public record AmendmentRow(
        AmendmentId id,
        long version,
        String patientNumber,
        String requestedBy,
        String identityCheck,
        String wanted,
        LocalDate receivedOn,
        LocalDate dueOn,
        LocalDate place,
        AmendmentStatus status,
        String registeredBy,
        @Nullable String extensionReason,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable DenialBasis denialBasis,
        @Nullable String decisionWords,
        @Nullable String told,
        @Nullable String disagreement,
        @Nullable String rebuttal) {
    /** Returns whether it waits for an answer. */
    public boolean isOpen() {
        return status == AmendmentStatus.RECEIVED;
    }
}
