package io.plumbline.leads.calling;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.clock.NextFollowUp;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows a call to a lead that ends now.
 *
 * @param followUps the next follow-up by outcome, without outcomes that close the lead or need a time
 * @param proposal what the calls to date suggest; null for nothing
 * @param stoppedSince since when there is a contact stop; null if there is none
 */
public record CallPlan(
        Map<CallOutcome, NextFollowUp> followUps,
        @Nullable CallProposal proposal,
        @Nullable Instant stoppedSince) {
    public CallPlan {
        followUps = Map.copyOf(followUps);
    }
}
