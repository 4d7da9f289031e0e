package io.plumbline.intake;

import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Converter;

/** Stores what an intake note says beside its columns as JSON: it is read, saved, and locked with the row of the note. */
@Converter(autoApply = true)
final class IntakeMoreColumn extends JsonColumn<IntakeMore> {
    IntakeMoreColumn() {
        super(IntakeMore.class, IntakeMore.EMPTY);
    }
}
