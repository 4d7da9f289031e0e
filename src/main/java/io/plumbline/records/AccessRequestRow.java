package io.plumbline.records;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An access request, with the patient by number alone.
 *
 * @param version the version to pass when changing it
 * @param patientNumber the number that was given
 * @param otherNumbers of the records that are read as one with it, because they were merged, in one line; the export
 *     has them too; null if there are none
 * @param registeredBy as colleagues call them
 * @param extensionReason why its time was extended; null if it was not
 * @param exportedAt when the record was last exported for it; null if it was not
 * @param exportSha256 the hash of that export
 * @param delivery how the record was delivered; null if it was not
 * @param closingReason the statement of a denial, or how it was withdrawn
 * @param closedBy as colleagues call them; null if it is open
 */
public record AccessRequestRow(
        AccessRequestId id,
        long version,
        String patientNumber,
        @Nullable String otherNumbers,
        String requestedBy,
        String identityCheck,
        LocalDate receivedOn,
        LocalDate dueOn,
        AccessRequestStatus status,
        String registeredBy,
        @Nullable String extensionReason,
        @Nullable Instant exportedAt,
        @Nullable String exportSha256,
        @Nullable LocalDate deliveredOn,
        @Nullable String delivery,
        @Nullable String closingReason,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {
    /** Returns the patient's numbers in one line, such as <em>P-1042, merged with P-1077</em>. */
    public String numbers() {
        return otherNumbers == null ? patientNumber : patientNumber + ", merged with " + otherNumbers;
    }

    /** Returns whether it waits for an answer. */
    public boolean isOpen() {
        return status == AccessRequestStatus.RECEIVED;
    }
}
