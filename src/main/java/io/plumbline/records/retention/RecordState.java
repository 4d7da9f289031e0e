package io.plumbline.records.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of a record decides how long it is kept.
 *
 * @param lastTreatment null if none is on record
 * @param birthDate null if it is not known
 * @param isRequestRecent whether a request to amend the record was answered within the six years for which that must be
 *     documented (45 CFR 164.530(j)); it goes with the record
 */
record RecordState(
        @Nullable LocalDate lastTreatment,
        @Nullable LocalDate birthDate,
        boolean isPlanOpen,
        boolean isAppointmentOpen,
        boolean isNoteUnsigned,
        boolean isFlagOpen,
        boolean isRequestOpen,
        boolean isRequestRecent,
        boolean isOnHold) {
    /** Returns how two records that are read as one stand together: what keeps one keeps both, and the later day counts. */
    RecordState and(RecordState other) {
        return new RecordState(
                later(lastTreatment, other.lastTreatment),
                later(birthDate, other.birthDate),
                isPlanOpen || other.isPlanOpen,
                isAppointmentOpen || other.isAppointmentOpen,
                isNoteUnsigned || other.isNoteUnsigned,
                isFlagOpen || other.isFlagOpen,
                isRequestOpen || other.isRequestOpen,
                isRequestRecent || other.isRequestRecent,
                isOnHold || other.isOnHold);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
