package io.plumbline.phrases;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.PhraseId;
import java.util.UUID;

/** Events of the phrases for the audit trail. */
sealed interface PhraseEvent extends Recorded {
    /** Returns the phrase. */
    PhraseId phrase();

    @Override
    default UUID subject() {
        return phrase().value();
    }

    /** A phrase was added; the detail says whose it is. */
    record Added(PhraseId phrase, String detail) implements PhraseEvent {}

    /** A phrase was edited; the detail names the fields. */
    record Edited(PhraseId phrase, String detail) implements PhraseEvent {}

    /** A phrase was retired: its code inserts nothing. */
    record Retired(PhraseId phrase) implements PhraseEvent {}

    /** A retired phrase is offered again. */
    record OfferedAgain(PhraseId phrase) implements PhraseEvent {}

    /** A retired phrase was deleted. */
    record Deleted(PhraseId phrase) implements PhraseEvent {}
}
