package io.plumbline.records.clinicexports;

import io.plumbline.shared.Count;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export of a clinic, without a word of any patient.
 *
 * @param version the version to pass when changing it
 * @param clinic the name of the clinic
 * @param recipientKey the public key that the file is encrypted to
 * @param askedByName as colleagues call them
 * @param decidedByName as colleagues call them; null as long as nobody decided
 * @param done how many rows and files are in the file so far, while it is being made
 * @param inAll how many rows and files there are; 0 before they are counted
 * @param untilAt until when the file can be downloaded; null unless it is made
 * @param contents how many records are in the file, in words; null unless it is made
 * @param bytes the length of the file; 0 unless it is made
 * @param closingReason why it was declined, canceled or not made
 */
public record ClinicExportRow(
        ClinicExportId id,
        long version,
        String clinic,
        ClinicExportStatus status,
        String reason,
        String recipient,
        String recipientKey,
        Instant askedAt,
        StaffId askedBy,
        String askedByName,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName,
        long done,
        long inAll,
        @Nullable Instant untilAt,
        @Nullable String contents,
        long bytes,
        @Nullable String sha256,
        @Nullable Instant closedAt,
        @Nullable String closingReason) {
    /** Returns the status in a few words; while the file is being made, how far it is. */
    public String statusInWords() {
        return status == ClinicExportStatus.RELEASED && inAll > 0
                ? status.label() + ": " + Count.number(done) + " of " + Count.number(inAll) + " rows and files"
                : status.label();
    }
}
