package io.plumbline.notes;

import io.plumbline.safety.FindingRoute;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.NoteId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links a red flag to the session note in which it was found; to a draft only for its author. */
@Component
class NoteFindingRoute implements FindingRoute {
    private final SessionNotes notes;

    NoteFindingRoute(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> findRoute(ClinicalNoteId note) {
        return notes.findById(note.value())
                .filter(found -> found.status() != NoteStatus.DRAFT
                        || found.author().equals(CurrentUser.current().staff()))
                .map(found -> Routes.note(new NoteId(note.value())));
    }
}
