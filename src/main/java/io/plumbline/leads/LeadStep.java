package io.plumbline.leads;

import java.time.Instant;

/**
 * Something that was done to a lead, beside its calls.
 *
 * @param by the name of who did it
 * @param detail what they said when they filled the form again, the fields that were corrected, or the name of the status that the lead went to, or why it was opened again;
 *     else empty
 */
public record LeadStep(Instant at, String by, Kind kind, String detail) {
    public enum Kind {
        CLAIMED,
        RELEASED,
        CORRECTED,
        MOVED,
        CONVERTED,
        STOPPED,
        STOP_LIFTED,
        MERGED,
        UNMERGED,
        OTHER_LEFT,
        REOPENED,
        ESCALATED,
        ASKED_AGAIN,
        REVIEW_TAKEN,
        REVIEW_UNDO,
        ASSIGNED
    }
}
