package io.plumbline.phrases;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Events of the phrases for the audit trail, about a phrase. */
sealed interface PhraseEvent extends Recorded {
    /** A phrase was added; the detail says whose it is. */
    record Added(UUID subject, String detail) implements PhraseEvent {}

    /** A phrase was edited; the detail names the fields. */
    record Edited(UUID subject, String detail) implements PhraseEvent {}

    /** A phrase was retired: its code inserts nothing. */
    record Retired(UUID subject) implements PhraseEvent {}

    /** A retired phrase is offered again. */
    record OfferedAgain(UUID subject) implements PhraseEvent {}

    /** A retired phrase was deleted. */
    record Deleted(UUID subject) implements PhraseEvent {}
}
