package io.plumbline.intake;

import io.plumbline.safety.FindingPlace;
import io.plumbline.shared.ui.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leads from a red flag to the intake note in which it was found. */
@Component
class IntakePlace implements FindingPlace {
    private final IntakeNotes notes;

    IntakePlace(IntakeNotes notes) {
        this.notes = notes;
    }

    @Override
    public Optional<String> of(UUID note) {
        return notes.findById(note).map(found -> Places.intake(note));
    }
}
