package io.plumbline.recalls;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One contact attempt, as the panel lists it.
 *
 * @param nextOn the day that was agreed for the next contact; null if the patient declined
 * @param declineReason null unless the patient declined
 * @param isUndone whether the person who recorded it undid it
 */
public record RecallStepRow(
        Instant at,
        String byName,
        RecallResult result,
        @Nullable LocalDate nextOn,
        @Nullable DeclineReason declineReason,
        String note,
        boolean isUndone) {}
