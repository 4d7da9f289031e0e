package io.plumbline.records.disposal;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disposal list.
 *
 * @param version the version to pass when changing it
 * @param records how many are on it
 * @param settled of how many records it is known that they were disposed of or kept
 * @param proposedByName as colleagues call them
 * @param decidedByName as colleagues call them; null as long as nobody decided
 * @param beginsAt when the disposal begins; null unless it is approved
 * @param closingReason why it was declined or canceled
 */
public record DisposalRow(
        DisposalListId id,
        long version,
        String reason,
        int records,
        int settled,
        Instant proposedAt,
        StaffId proposedBy,
        String proposedByName,
        DisposalStatus status,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName,
        @Nullable Instant beginsAt,
        @Nullable Instant endedAt,
        @Nullable String endedByName,
        @Nullable String closingReason) {
    /** Returns what who approves it has to type. */
    public String confirmation() {
        return confirmation(records);
    }

    static String confirmation(int records) {
        return "DISPOSE " + records;
    }

    /** Returns the status in a few words; of a running disposal, how far it is. */
    public String statusInWords() {
        return status == DisposalStatus.RUNNING ? settled + " of " + records + " done" : status.label();
    }
}
