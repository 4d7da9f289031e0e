package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead on the board.
 *
 * @param clinic the clinic that calls; null for the group
 * @param window when the person may be called
 * @param touch when somebody has to do something next; null once the lead is closed
 * @param since when it came to stand there: came in, was reached, booked, held or converted first
 * @param firstCaller the name of who called this person first; null where nobody has
 * @param claimedBy the name of who calls this person now; null where nobody does
 */
public record LeadCard(
        LeadId id,
        @Nullable ClinicId clinic,
        String fullName,
        String concern,
        LeadSource source,
        LeadStatus status,
        CallWindow window,
        @Nullable NextTouch touch,
        Instant since,
        @Nullable String firstCaller,
        @Nullable String claimedBy) {}
