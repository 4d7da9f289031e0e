package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * An open lead in a list.
 *
 * @param clinic the clinic that calls; null for the group
 * @param urgency where it stood when it was read
 * @param isFirstOfUrgency whether it is the first that stands there
 * @param claimedBy the name of who calls this person now; null where nobody does
 */
public record LeadRow(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        NextTouch touch,
        Urgency urgency,
        boolean isFirstOfUrgency,
        @Nullable String claimedBy) {}
