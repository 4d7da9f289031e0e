package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import org.jspecify.annotations.Nullable;

/**
 * An open lead in a list.
 *
 * @param clinic the clinic that calls; null for the group
 * @param window when the person may be called
 * @param urgency where it stood when it was read
 * @param isFirstOfUrgency whether it is the first that stands there
 * @param claimedBy the name of who calls this person now; null where nobody does
 * @param isMine whether that is who asks
 * @param reviewedBy the name of the chiropractor who looks after this person first; null where nobody does
 */
public record LeadRow(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        CallWindow window,
        NextTouch touch,
        Urgency urgency,
        boolean isFirstOfUrgency,
        @Nullable String claimedBy,
        boolean isMine,
        @Nullable String reviewedBy) {}
