package io.plumbline.notes;

import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/** Signs why a session note was entered in error; implemented by the part {@code amendments}. */
public interface NoteErrors {
    /**
     * Signs the reason in the transaction that marks the note, before the note is marked: the store lets no note be
     * marked without one.
     *
     * @param copy the note in the right record, if it was written in the wrong one
     */
    void sign(NoteId note, PatientId patient, String reason, @Nullable NoteId copy);
}
