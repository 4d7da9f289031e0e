package io.plumbline.leads;

import java.time.Instant;

/**
 * What was done to a lead, other than calls.
 *
 * @param by the name of the person who did it
 * @param detail what the person wrote when they sent the form again, the edited fields, the name of the new status,
 *     the reason for a reopening, or the action that was undone; otherwise empty
 */
public record LeadActivity(Instant at, String by, Kind kind, String detail) {
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
        UNDONE,
        ASSIGNED
    }
}
