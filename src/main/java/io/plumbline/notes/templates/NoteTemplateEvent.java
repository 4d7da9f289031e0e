package io.plumbline.notes.templates;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.NoteTemplateId;
import java.util.UUID;

/** Events of the note templates for the audit trail. */
sealed interface NoteTemplateEvent extends Recorded {
    /** Returns the template. */
    NoteTemplateId template();

    @Override
    default UUID subject() {
        return template().value();
    }

    /** A template was added; the detail says whose it is. */
    record Added(NoteTemplateId template, String detail) implements NoteTemplateEvent {}

    /** A template was edited; the detail names the fields. */
    record Edited(NoteTemplateId template, String detail) implements NoteTemplateEvent {}

    /** A template was retired: no note offers it. */
    record Retired(NoteTemplateId template) implements NoteTemplateEvent {}

    /** A retired template is offered again. */
    record OfferedAgain(NoteTemplateId template) implements NoteTemplateEvent {}
}
