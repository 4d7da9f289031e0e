package io.plumbline.notes.search;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit event: session notes were searched by their words, and parts of those found were shown.
 *
 * @param subject the patient, or the current user for a search in the current user's own notes as a whole
 * @param patient null for a search in the current user's own notes as a whole
 * @param isOwn whether only the current user's own notes were searched
 * @param typed what was typed, by which the same search is recognized; not stored, since it tells of a patient
 * @param notes how many notes the page has, of the patient if there is one
 */
@StoredKind("note.searched")
record NotesSearched(UUID subject, @Nullable PatientId patient, boolean isOwn, String typed, long notes)
        implements Recorded.View {
    static NotesSearched inRecord(PatientId patient, String typed, long notes) {
        return new NotesSearched(patient.value(), patient, false, typed, notes);
    }

    static NotesSearched inOwn(StaffId user, String typed, long notes) {
        return new NotesSearched(user.value(), null, true, typed, notes);
    }

    /** A page of the current user's own notes showed parts of those about a patient. */
    static NotesSearched inOwnAbout(PatientId patient, String typed, long notes) {
        return new NotesSearched(patient.value(), patient, true, typed, notes);
    }

    @Override
    public String detail() {
        return notes + (isOwn ? " own" : "") + (notes == 1 ? " note" : " notes");
    }

    @Override
    public String repeats() {
        return (isOwn ? "own " : "all ") + typed;
    }
}
