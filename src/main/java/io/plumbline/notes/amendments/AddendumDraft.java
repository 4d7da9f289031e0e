package io.plumbline.notes.amendments;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An addendum that is being written. Only its author reads it. */
@Entity
@Table(name = "session_note_addendum_draft")
class AddendumDraft {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID noteId;
    private StaffId authorId;
    private String addendum;
    private Instant changedAt;

    static AddendumDraft begun(NoteId note, StaffId author, String text, Instant at) {
        var draft = new AddendumDraft();
        draft.id = Ids.next();
        draft.noteId = note.value();
        draft.authorId = author;
        draft.write(text, at);
        return draft;
    }

    /** @throws io.plumbline.shared.Refused if the text is too long */
    void write(String text, Instant at) {
        addendum = TextLimit.optional("The addendum", text, 2000);
        changedAt = at;
    }

    String text() {
        return addendum;
    }

    long version() {
        return version == null ? -1 : version;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected AddendumDraft() {}
}
