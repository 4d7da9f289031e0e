package io.plumbline.notes.cosign;

import java.time.Instant;
import java.util.UUID;

/**
 * The content that a decision's signature covers. Its form is frozen under its number: for a change, add a new form and
 * keep a copy of this one to read the decisions signed in it.
 *
 * @param history how many decisions and addenda the note had before
 * @param noteHash the hash of what the author signed
 */
record SignedCosignature(
        int format,
        UUID id,
        UUID note,
        UUID patient,
        int history,
        CosignDecision decision,
        String remark,
        String noteHash,
        UUID decidedBy,
        Instant decidedAt) {
    static final int FORMAT = 1;
}
