package io.plumbline.intake;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the signature of an intake note covers. */
record SignedIntake(
        UUID id,
        UUID patient,
        UUID clinic,
        IntakeDraft says,
        String screeningRules,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt) {}
