package io.plumbline.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * The content that the signature of a conclusion covers. Its form is frozen under its number: for a change, add a new
 * form and keep a copy of this one to read the conclusions signed in it.
 *
 * @param noteHash the hash of what the author of the note signed
 */
record SignedConclusion(
        int format,
        UUID note,
        UUID patient,
        IntakeOutcome outcome,
        String reason,
        String noteHash,
        UUID concludedBy,
        Instant concludedAt) {
    static final int FORMAT = 1;
}
