package io.plumbline.records.incidents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param version the version to pass when changing it
 * @param place its place in the list
 * @param staffName whose accesses it is about, as colleagues call them; null for those of everybody
 * @param from when the period begins
 * @param until when it is over
 * @param recordedBy as colleagues call them
 * @param frozenAt when the list of affected patients was frozen; null if it is not
 * @param patients how many are on the frozen list
 * @param decision null as long as it is not assessed
 * @param decidedBy as colleagues call them
 * @param notifiedOn when the affected patients were told
 */
public record IncidentRow(
        IncidentId id,
        long version,
        String what,
        LocalDate discoveredOn,
        LocalDate dueOn,
        LocalDate place,
        @Nullable String staffName,
        Instant from,
        Instant until,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant frozenAt,
        @Nullable Integer patients,
        @Nullable IncidentDecision decision,
        @Nullable String assessment,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable LocalDate notifiedOn) {
    /** Returns whether something is left to do before its day. */
    public boolean isOpen() {
        return place.equals(dueOn);
    }
}
