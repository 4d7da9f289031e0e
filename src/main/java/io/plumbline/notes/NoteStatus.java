package io.plumbline.notes;

import java.util.EnumSet;
import java.util.Set;

/** Where a session note stands; a status knows what may follow it. */
public enum NoteStatus {
    DRAFT("Draft"),
    AWAITING_COSIGNATURE("Awaiting co-signature"),
    SIGNED("Signed"),
    ENTERED_IN_ERROR("Entered in error");

    private final String word;

    NoteStatus(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }

    /** What may follow. */
    public Set<NoteStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(AWAITING_COSIGNATURE, SIGNED);
            case AWAITING_COSIGNATURE -> EnumSet.of(SIGNED, ENTERED_IN_ERROR);
            case SIGNED -> EnumSet.of(ENTERED_IN_ERROR);
            case ENTERED_IN_ERROR -> EnumSet.noneOf(NoteStatus.class);
        };
    }
}
