package io.plumbline.imports.oldnotes;

import io.plumbline.notes.search.OldNoteText;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A note that was written in another product. What it says never changes; it is taken back by marking it as entered in
 * error.
 */
@Entity
@Table(name = "old_note")
class OldNote extends AbstractAggregateRoot<OldNote> {
    private static final int LONGEST_REASON = 400;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private PatientId patientId;
    private ClinicId clinicId;
    private String source;
    private LocalDate writtenOn;
    private String author;
    private String title;
    private String body;
    private Instant importedAt;
    private StaffId importedBy;
    private @Nullable Instant openedAt;
    private @Nullable Instant errorAt;
    private @Nullable StaffId errorBy;
    private @Nullable String errorReason;

    static OldNote imported(PatientId patient, ClinicId clinic, OldNoteDraft draft, StaffId by, Instant at) {
        var note = new OldNote();
        note.id = Ids.next();
        note.patientId = patient;
        note.clinicId = clinic;
        note.source = draft.source();
        note.writtenOn = draft.writtenOn();
        note.author = TextLimit.optional("The author", draft.author(), OldNoteDraft.LONGEST_AUTHOR);
        note.title = TextLimit.optional("The title", draft.title(), OldNoteDraft.LONGEST_TITLE);
        note.body = draft.text();
        note.importedAt = at;
        note.importedBy = by;
        note.registerEvent(new OldNoteEvent.Imported(note.id(), patient));
        return note;
    }

    /** Notes that somebody has read it. */
    void open(Instant at) {
        if (openedAt == null) {
            openedAt = at;
        }
        registerEvent(new OldNoteEvent.Viewed(id(), patientId));
    }

    /**
     * Marks the note as entered in error, with 1 to 400 characters of a reason. It stays readable.
     *
     * @throws Refused if it was marked before, or the reason is missing or too long
     */
    void enterInError(String reason, StaffId by, Instant at) {
        if (errorAt != null) {
            throw new Refused("This old note was already marked as entered in error");
        }
        errorReason = TextLimit.required("The reason", reason, LONGEST_REASON);
        errorAt = at;
        errorBy = by;
        registerEvent(new OldNoteEvent.EnteredInError(id(), patientId));
    }

    /** Returns whether nobody has opened or marked it since it was imported. */
    boolean isUntouched() {
        return openedAt == null && errorAt == null;
    }

    OldNoteId id() {
        return new OldNoteId(id);
    }

    PatientId patient() {
        return patientId;
    }

    LocalDate writtenOn() {
        return writtenOn;
    }

    String body() {
        return body;
    }

    /** Returns what it says, for the search in notes. */
    OldNoteText said() {
        return new OldNoteText(id(), patientId, writtenOn, author, source, title, body, errorAt != null);
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected OldNote() {}
}
