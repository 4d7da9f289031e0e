package io.plumbline.notes;

import io.plumbline.safety.FindingRoute;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Routes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links a red flag to the session note in which it was found; to a draft only for its author. */
@Component
class NoteFindingRoute implements FindingRoute {
    private final SessionNotes notes;

    NoteFindingRoute(SessionNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> findRoute(UUID note) {
        return notes.findById(note)
                .filter(found -> found.status() != NoteStatus.DRAFT
                        || found.author().equals(Caller.current().staff()))
                .map(found -> Routes.note(note));
    }
}
