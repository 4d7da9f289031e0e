package io.plumbline.intake;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the signature of an intake note covers. Its form is frozen with its number: who adds to the draft makes a new
 * form, and reads what was signed in this one by a copy of it.
 */
record SignedIntake(
        int format,
        UUID id,
        UUID patient,
        UUID clinic,
        IntakeDraft says,
        String screeningRules,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt) {
    static final int FORMAT = 1;
}
