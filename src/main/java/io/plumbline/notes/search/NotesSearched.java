package io.plumbline.notes.search;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit event: session notes were searched by their words, and parts of those found were shown.
 *
 * @param subject the patient, or the caller for the search in the caller's own notes
 * @param patient null for the search in the caller's own notes
 * @param typed what was typed, by which the same search is recognized; not stored, since it tells of a patient
 * @param notes how many notes the first page has
 */
record NotesSearched(UUID subject, @Nullable PatientId patient, String typed, int notes) implements Recorded {
    @Override
    public String kind() {
        return "note.searched";
    }

    @Override
    public String detail() {
        return notes + (notes == 1 ? " note" : " notes");
    }

    @Override
    public String repeats() {
        return typed;
    }

    @Override
    public boolean isView() {
        return true;
    }
}
