package io.plumbline.notes.templates;

/** The fields of a note template at which a refusal can stand. */
public enum NoteTemplateField {
    NAME,
    WORDS,
    FINDINGS,
    CUE,
    HOME_CARE,
    NEXT_STEP
}
