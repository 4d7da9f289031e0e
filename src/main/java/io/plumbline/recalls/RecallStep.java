package io.plumbline.recalls;

import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One contact attempt, with what the board said before it. */
record RecallStep(
        UUID id,
        PatientId patient,
        Instant at,
        StaffId by,
        RecallResult result,
        @Nullable LocalDate nextOn,
        @Nullable DeclineReason declineReason,
        String note,
        long versionAfter,
        int placeBefore,
        LocalDate dueBefore,
        int attemptsBefore,
        @Nullable RecallResult resultBefore) {}
