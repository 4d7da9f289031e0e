package io.plumbline.audit;

import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the audit trail; a null field does not filter.
 *
 * @param person the actor
 * @param patient a patient's number, as typed
 * @param kind such as {@code patient.opened}
 * @param from the first instant, inclusive
 * @param to the last instant, exclusive
 */
public record AuditFilter(
        @Nullable StaffId person,
        @Nullable String patient,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Matches all entries. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
