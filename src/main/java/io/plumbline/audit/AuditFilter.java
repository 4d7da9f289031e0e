package io.plumbline.audit;

import io.plumbline.shared.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are asked for; what is null does not narrow.
 *
 * @param person who did it
 * @param patient a patient's number, as typed
 * @param kind such as {@code patient.opened}
 * @param from the first instant
 * @param to the instant before which it happened
 */
public record AuditFilter(
        @Nullable StaffId person,
        @Nullable String patient,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
