package io.plumbline.notes.search;

import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.UUID;

/** A note that was found by its words, with the part of it in which they stand. */
public sealed interface NoteHit permits SessionNoteHit, OldNoteHit {
    /** Returns the id of the note; no two notes of either kind have the same. */
    UUID noteId();

    /** Returns whose note it is. */
    PatientId patient();

    /** Returns the day that the note is about, by which notes are in order. */
    LocalDate treatedOn();

    /** Returns the name of the author, as the note has it; empty if it is not known. */
    String author();

    /** Returns the part of the note to show. */
    Snippet snippet();
}
