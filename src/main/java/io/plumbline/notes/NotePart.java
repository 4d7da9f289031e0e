package io.plumbline.notes;

import java.util.List;

/** A part of a session note whose content may be carried forward from the last one, with the names of its fields. */
public enum NotePart {
    OBJECTIVE("areas", "segments"),
    TREATMENT("modalities", "pressure", "minutes", "exercises", "treatments"),
    PLAN("cue", "homeCare", "nextStep");

    private final List<String> fields;

    NotePart(String... fields) {
        this.fields = List.of(fields);
    }

    /** Returns the names of the fields, as {@link NoteDraft} and its details have them. */
    public List<String> fields() {
        return fields;
    }
}
