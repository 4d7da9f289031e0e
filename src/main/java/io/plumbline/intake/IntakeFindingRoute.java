package io.plumbline.intake;

import io.plumbline.safety.FindingRoute;
import io.plumbline.shared.Routes;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Links a red flag to the intake note in which it was found. */
@Component
class IntakeFindingRoute implements FindingRoute {
    private final IntakeNotes notes;

    IntakeFindingRoute(IntakeNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> findRoute(UUID note) {
        return notes.findById(note).map(found -> Routes.intake(note));
    }
}
