package io.plumbline.notes.templates;

import io.plumbline.shared.Recorded;
import java.util.UUID;

/** Events of the note templates for the audit trail, about a template. */
sealed interface NoteTemplateEvent extends Recorded {
    /** A template was added; the detail says whose it is. */
    record Added(UUID subject, String detail) implements NoteTemplateEvent {}

    /** A template was edited; the detail names the fields. */
    record Edited(UUID subject, String detail) implements NoteTemplateEvent {}

    /** A template was retired: no note offers it. */
    record Retired(UUID subject) implements NoteTemplateEvent {}

    /** A retired template is offered again. */
    record OfferedAgain(UUID subject) implements NoteTemplateEvent {}
}
