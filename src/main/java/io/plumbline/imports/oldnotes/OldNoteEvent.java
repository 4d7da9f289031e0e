package io.plumbline.imports.oldnotes;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.UUID;

/** Events of old notes for the audit trail; without their words. */
sealed interface OldNoteEvent extends Recorded {
    PatientId patient();

    /** The old notes of a patient were listed, without their text. */
    record Listed(PatientId patient) implements OldNoteEvent, Recorded.View {
        @Override
        public UUID subject() {
            return patient.value();
        }
    }

    /** An old note was imported. */
    record Imported(OldNoteId note, PatientId patient) implements OfNote {}

    /** An old note was viewed; each time counts. */
    record Viewed(OldNoteId note, PatientId patient) implements OfNote, Recorded.View {}

    /** An old note was marked as entered in error. */
    record EnteredInError(OldNoteId note, PatientId patient) implements OfNote {}

    /** An old note that nobody had opened was removed, because its import was undone. */
    record Removed(OldNoteId note, PatientId patient) implements OfNote {}

    /** What happened to one note. */
    sealed interface OfNote extends OldNoteEvent {
        OldNoteId note();

        @Override
        default UUID subject() {
            return note().value();
        }
    }
}
