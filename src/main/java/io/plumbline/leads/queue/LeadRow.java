package io.plumbline.leads.queue;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * An open lead in the queue.
 *
 * @param clinic the clinic that calls; null for the group
 * @param window when the person may be called
 * @param urgency the urgency when the row was read
 * @param isNew whether it was received within the last hour and nobody has opened it
 * @param isFirstOfUrgency whether it is the first row of this urgency
 * @param claimedBy the name of the person who is calling now; null if nobody is
 * @param isMine whether that person is the current user
 * @param reviewedBy the name of the chiropractor who took the clinical review; null if nobody has
 */
public record LeadRow(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        CallWindow window,
        NextFollowUp followUp,
        Urgency urgency,
        boolean isNew,
        boolean isFirstOfUrgency,
        @Nullable String claimedBy,
        boolean isMine,
        @Nullable String reviewedBy) {}
