package io.plumbline.notes.privacy;

import io.plumbline.notes.NotePrivacy;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events of the privacy of session notes for the audit trail. */
sealed interface NotePrivacyEvent extends Recorded {
    NoteId note();

    @Override
    default UUID subject() {
        return note().value();
    }

    /**
     * The author changed who may read a session note.
     *
     * @param named who may read it now, if they are named
     */
    @StoredKind("note.privacy-changed")
    record Changed(NoteId note, PatientId patient, NotePrivacy from, NotePrivacy to, List<StaffId> named)
            implements NotePrivacyEvent {
        static Changed of(NoteId note, PatientId patient, NotePrivacy from, NotePrivacy to, Collection<StaffId> named) {
            return new Changed(note, patient, from, to, named.stream().sorted().toList());
        }

        @Override
        public String detail() {
            return name(from) + " to " + name(to)
                    + named.stream()
                            .map(StaffId::toString)
                            .collect(Collectors.joining(" ", named.isEmpty() ? "" : ": ", ""));
        }

        private static String name(NotePrivacy privacy) {
            return privacy.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What everybody in the relation sees of a restricted session note was viewed, without its content. */
    @StoredKind("note.restricted-opened")
    record RestrictedViewed(NoteId note, PatientId patient) implements NotePrivacyEvent, Recorded.View {}
}
