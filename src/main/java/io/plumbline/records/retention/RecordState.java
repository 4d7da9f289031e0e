package io.plumbline.records.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of a record decides how long it is kept.
 *
 * @param lastTreatment null if none is on record
 * @param birthDate null if it is not known
 */
record RecordState(
        @Nullable LocalDate lastTreatment,
        @Nullable LocalDate birthDate,
        boolean isPlanOpen,
        boolean isAppointmentOpen,
        boolean isNoteUnsigned,
        boolean isOnHold) {}
