package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open lead in a list.
 *
 * @param clinic the clinic that calls; null for the group
 * @param claimedBy the name of who calls this person now; null where nobody does
 */
public record LeadRow(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        Instant nextTouchAt,
        @Nullable String claimedBy) {}
