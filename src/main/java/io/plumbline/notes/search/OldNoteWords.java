package io.plumbline.notes.search;

import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the words of an old note, in the transaction that imports it, and removes them with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OldNoteWords {
    /** Who wrote an old note has no account, so that it is among nobody's own notes. */
    private static final StaffId NOBODY = new StaffId(new UUID(0, 0));

    private final NoteWordStore words;

    OldNoteWords(NoteWordStore words) {
        this.words = words;
    }

    /** Stores the words of an old note. Words that it has are left as they are. */
    public void add(OldNoteText note) {
        words.add(
                new NoteKey(note.id().value(), note.patient(), note.writtenOn(), NOBODY),
                NoteText.wordsOf(note.passages()));
    }

    /** Removes the words of an old note. */
    public void remove(OldNoteId id, PatientId patient, LocalDate writtenOn) {
        words.remove(new NoteKey(id.value(), patient, writtenOn, NOBODY));
    }
}
