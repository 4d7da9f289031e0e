package io.plumbline.notes.amendments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of an amendment covers. Its form is frozen under its number: for a change, add a new
 * form and keep a copy of this one to read the amendments signed in it.
 */
record SignedAmendment(
        int format,
        UUID id,
        UUID note,
        UUID patient,
        AmendmentKind kind,
        String says,
        @Nullable UUID copy,
        UUID signedBy,
        Instant signedAt) {
    static final int FORMAT = 1;
}
