package io.plumbline.notes.amendments;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Addendum events for the audit trail, before the signature. */
sealed interface AddendumEvent extends Recorded {
    NoteId note();

    @Override
    default UUID subject() {
        return note().value();
    }

    /** An addendum that is not signed yet was started or edited. */
    @StoredKind("note.addendum-written")
    record Written(NoteId note, PatientId patient, long revision) implements AddendumEvent {
        @Override
        public String detail() {
            return "revision " + revision;
        }
    }

    /** An addendum that was not signed was discarded by its author. */
    @StoredKind("note.addendum-discarded")
    record Discarded(NoteId note, PatientId patient) implements AddendumEvent {}
}
