package io.plumbline.notes.ui;

import com.vaadin.flow.router.NotFoundException;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.CheckReply;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.ui.Autosave;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The draft in the store; that of a visit without a note is stored with its first change. */
class KeptNote {
    private final NoteService notes;
    private final NoteStartService starts;
    private final @Nullable VisitKey visit;
    private NoteDetails note;
    private boolean isStored;

    private KeptNote(
            NoteService notes, NoteStartService starts, @Nullable VisitKey visit, NoteDetails note, boolean isStored) {
        this.notes = notes;
        this.starts = starts;
        this.visit = visit;
        this.note = note;
        this.isStored = isStored;
    }

    static KeptNote stored(NoteService notes, NoteStartService starts, NoteDetails note) {
        return new KeptNote(notes, starts, null, note, true);
    }

    /** @param note the empty note of the visit, which is not stored */
    static KeptNote toStart(NoteService notes, NoteStartService starts, VisitKey visit, NoteDetails note) {
        return new KeptNote(notes, starts, visit, note, false);
    }

    boolean isStored() {
        return isStored;
    }

    /** Returns the ID, of use only once the note is stored. */
    NoteId id() {
        return note.id();
    }

    /** Returns the note as it was last read. */
    NoteDetails note() {
        return note;
    }

    /** Returns the draft as it was last read. */
    Autosave.Kept<NoteDraft> draft() {
        return new Autosave.Kept<>(note.version(), note.draft(), "You, in another window,");
    }

    /** Stores a draft over a version; returns the new version. */
    long save(long version, NoteDraft draft) {
        if (isStored || visit == null) {
            return notes.saveDraft(id(), version, draft);
        }
        var started = starts.start(visit, draft);
        adopt(started.note());
        // not that of the note as it was read: another window may have saved in between
        return started.version();
    }

    /** Returns what is missing in a note of which nothing was written. */
    NotReadyToSign lacking() {
        return new NotReadyToSign(note.draft().missingToSign(note.service(), note.clinicalHold()));
    }

    /** Raises the flag of a finding of the stored note at once; returns how many are new. */
    int raise(ScreeningService screening, String rule) {
        return screening.raise(
                note.id().asClinicalNote(), note.patient(), note.clinic(), Map.of(rule, ScreeningAnswer.YES));
    }

    /** Signs the stored note, as {@link NoteService#sign(NoteId, long, List)} does. */
    void sign(long version, List<CheckReply> answers) {
        notes.sign(id(), version, answers);
    }

    /** Discards the stored note, as {@link NoteService#discard} does. */
    void discard(long version, String reason) {
        notes.discard(id(), version, reason);
    }

    /** Reads the note again, also one that was started in another window. */
    NoteDetails latest() {
        return adopt(visit == null ? id() : starts.find(visit).orElseThrow(NotAvailable::new));
    }

    private NoteDetails adopt(NoteId id) {
        note = notes.open(id).orElseThrow(NotFoundException::new);
        isStored = true;
        return note;
    }
}
