package io.plumbline.notes.templates;

/** Whose a note template is. */
public enum NoteTemplateScope {
    /** Of one clinician, who alone sees it. */
    OWN("Mine"),
    /** For all clinicians of the clinics. */
    CLINICS("The clinics'");

    private final String label;

    NoteTemplateScope(String label) {
        this.label = label;
    }

    /** Returns the name on the screen. */
    public String label() {
        return label;
    }
}
