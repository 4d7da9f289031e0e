package io.plumbline.notes;

import io.plumbline.safety.FindingPlace;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ui.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leads from a red flag to the session note in which it was found; to a draft its author alone. */
@Component
class NotePlace implements FindingPlace {
    private final SessionNotes notes;

    NotePlace(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> of(UUID note) {
        return notes.findById(note)
                .filter(found -> found.status() != NoteStatus.DRAFT
                        || found.author().equals(Caller.current().staff()))
                .map(found -> Places.note(note));
    }
}
