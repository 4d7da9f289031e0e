package io.plumbline.intake;

import io.plumbline.safety.FindingRoute;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.IntakeId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links a red flag to the intake note in which it was found. */
@Component
class IntakeFindingRoute implements FindingRoute {
    private final IntakeNotes notes;

    IntakeFindingRoute(IntakeNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> findRoute(ClinicalNoteId note) {
        return notes.findById(note.value()).map(found -> Routes.intake(new IntakeId(note.value())));
    }
}
