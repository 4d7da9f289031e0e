package io.plumbline.notes;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.ContentMac;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Session note events for the audit trail. */
public sealed interface NoteEvent extends Recorded {
    NoteId note();

    @Override
    default UUID subject() {
        return note().value();
    }

    /** A draft of a session note was started or edited. */
    @StoredKind("note.written")
    record Edited(NoteId note, PatientId patient, long revision, List<String> fields) implements NoteEvent {
        @Override
        public String detail() {
            return "revision " + revision + ": " + String.join(", ", fields);
        }
    }

    /** A session note was signed. */
    record Signed(NoteId note, PatientId patient, String contentHash) implements NoteEvent {
        static final String KIND = "note.signed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String detail() {
            return ContentMac.named(contentHash);
        }
    }

    /** A signed session note waits for the co-signature of its author's supervisor. */
    record AwaitingCosignature(NoteId note, PatientId patient) implements NoteEvent {}

    /**
     * What a session note says as it is signed, for those who keep something of it in the same transaction. It is not for
     * the audit trail.
     */
    record SignedContent(
            NoteId note,
            PatientId patient,
            ClinicId clinic,
            StaffId author,
            LocalDate treatedOn,
            Instant signedAt,
            NoteDraft draft,
            List<CheckAnswer> checks) {}

    /**
     * A signed session note was marked as entered in error.
     *
     * @param reason why, which the audit trail leaves out
     * @param copy the note in the right record, if it was written in the wrong one
     */
    record EnteredInError(
            NoteId note,
            PatientId patient,
            String reason,
            @Nullable NoteId copy) implements NoteEvent {
        @Override
        public String detail() {
            return copy == null ? "" : "copied to another record";
        }
    }

    /**
     * A draft of a session note was discarded by its author, or closed unread after the author had left.
     *
     * @param unread whether somebody else closed it
     */
    record Discarded(NoteId note, PatientId patient, boolean unread) implements NoteEvent {
        @Override
        public String kind() {
            return unread ? "note.closed-unread" : "note.discarded";
        }
    }

    /** An empty session note moved with its visit to another practitioner. */
    record HandedOver(NoteId note, PatientId patient, StaffId from, StaffId to) implements NoteEvent {
        @Override
        public String detail() {
            return "from practitioner " + from + " to practitioner " + to;
        }
    }

    /** A clinician who took part in a visit started its note after the account of its practitioner was deactivated. */
    record TakenOver(NoteId note, PatientId patient, StaffId from) implements NoteEvent {
        @Override
        public String detail() {
            return "from practitioner " + from;
        }
    }

    /** A session note was viewed. */
    @StoredKind("note.opened")
    record Viewed(NoteId note, PatientId patient) implements NoteEvent, Recorded.View {}

    /** A signed session note was downloaded as a document. */
    record Printed(NoteId note, PatientId patient) implements NoteEvent {}

    /** Access to a session note was refused. The event is the same whether the note exists or not. */
    @StoredKind("note.refused")
    record AccessRefused(NoteId note) implements NoteEvent {}
}
