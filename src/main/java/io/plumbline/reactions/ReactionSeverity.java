package io.plumbline.reactions;

import io.plumbline.shared.Labeled;

/**
 * The severity of a reaction itself, for this patient: the codes {@code mild}, {@code moderate} and {@code severe} of
 * FHIR R4, AdverseEvent.severity. FHIR sets no thresholds between them, and neither does the portal: the clinician
 * judges.
 */
public enum ReactionSeverity implements Labeled {
    MILD,
    MODERATE,
    SEVERE
}
