package io.plumbline.notes.search;

import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An old note that was found by its words.
 *
 * @param treatedOn the day that the other product has
 * @param author as the other product has it; empty if that is not known
 * @param source the product that it was imported from, as shown
 * @param title empty if it has none
 * @param isInError whether it was entered in error
 */
public record OldNoteHit(
        OldNoteId id,
        PatientId patient,
        LocalDate treatedOn,
        String author,
        String source,
        String title,
        boolean isInError,
        Snippet snippet)
        implements NoteHit {
    @Override
    public UUID noteId() {
        return id.value();
    }
}
