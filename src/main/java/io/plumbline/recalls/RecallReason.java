package io.plumbline.recalls;

/** Why a patient is on the recall board, in the order in which the desk calls. */
public enum RecallReason {
    MISSED("Missed visit"),
    NOTHING_BOOKED("Nothing booked"),
    QUIET("No recent visit");

    private final String label;

    RecallReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns the place on the board of a patient whom nobody has called yet; an agreed day is in place 0. */
    int place() {
        return ordinal() + 1;
    }
}
