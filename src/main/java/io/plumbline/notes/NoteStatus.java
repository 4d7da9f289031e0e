package io.plumbline.notes;

import java.util.EnumSet;
import java.util.Set;

/** The status of a session note and its transitions. */
public enum NoteStatus {
    DRAFT("Draft"),
    AWAITING_COSIGNATURE("Awaiting co-signature"),
    SIGNED("Signed"),
    ENTERED_IN_ERROR("Entered in error");

    private final String label;

    NoteStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the author has signed the note and it counts; also while it waits for the co-signature. */
    public boolean isSigned() {
        return this == SIGNED || this == AWAITING_COSIGNATURE;
    }

    /** Returns the statuses that may follow this one. */
    Set<NoteStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(AWAITING_COSIGNATURE, SIGNED);
            case AWAITING_COSIGNATURE -> EnumSet.of(SIGNED, ENTERED_IN_ERROR);
            case SIGNED -> EnumSet.of(ENTERED_IN_ERROR);
            case ENTERED_IN_ERROR -> EnumSet.noneOf(NoteStatus.class);
        };
    }
}
