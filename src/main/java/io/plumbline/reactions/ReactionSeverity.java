package io.plumbline.reactions;

/**
 * The severity of a reaction itself, for this patient: the codes {@code mild}, {@code moderate} and {@code severe} of
 * FHIR R4, AdverseEvent.severity. FHIR sets no thresholds between them, and neither does the portal: the clinician
 * judges.
 */
public enum ReactionSeverity {
    MILD("Mild"),
    MODERATE("Moderate"),
    SEVERE("Severe");

    private final String label;

    ReactionSeverity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
