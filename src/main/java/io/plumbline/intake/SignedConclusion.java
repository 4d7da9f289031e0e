package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The content that the signature of a conclusion covers. Its form is frozen under its number: for a change, add a new
 * form and keep a copy of this one to read the conclusions signed in it.
 *
 * @param decided what was decided on contraindications, by code; without any, the form is the first
 * @param noteHash the hash of what the author of the note signed
 */
record SignedConclusion(
        int format,
        UUID note,
        UUID patient,
        IntakeOutcome outcome,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, ContraindicationAnswer> decided,
        String noteHash,
        UUID concludedBy,
        Instant concludedAt) {
    /** The form without decisions on contraindications. */
    static final int FORMAT = 1;

    /** The form with them. */
    static final int FORMAT_WITH_DECISIONS = 2;
}
