package io.plumbline.leads.queue;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead on the board.
 *
 * @param clinic the clinic that calls; null for the group
 * @param window when the person may be called
 * @param followUp the next follow-up; null once the lead is closed
 * @param since when it reached its column: when it was received, or first contacted, booked, held or converted
 * @param firstCaller the name of the person who called first; null if nobody has
 * @param claimedBy the name of the person who is calling now; null if nobody is
 */
public record LeadCard(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        CallWindow window,
        @Nullable NextFollowUp followUp,
        Instant since,
        @Nullable String firstCaller,
        @Nullable String claimedBy) {}
