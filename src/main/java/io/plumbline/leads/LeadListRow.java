package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the list of all.
 *
 * @param version the version that a change of it carries
 * @param clinic the clinic that calls; null for the group
 * @param phone and {@code email} as they may be called and written to; null where they are not told
 * @param receivedAt when it came in, the newest first
 * @param lostReason why it was given up; null where it was not
 * @param caller the name of who called first; null where nobody has yet
 */
public record LeadListRow(
        LeadId id,
        long version,
        @Nullable ClinicId clinic,
        String fullName,
        @Nullable String phone,
        @Nullable String email,
        String concern,
        LeadSource source,
        LeadStatus status,
        Instant receivedAt,
        @Nullable Instant firstAttemptAt,
        @Nullable String lostReason,
        @Nullable String caller) {}
