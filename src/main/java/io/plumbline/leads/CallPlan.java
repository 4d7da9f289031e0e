package io.plumbline.leads;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would follow a call to a lead that ends now.
 *
 * @param touches when somebody has to do something next, by how the call ends; without the outcomes that end the lead or
 *     ask for a time
 * @param proposal what the calls so far suggest; null where they suggest nothing
 * @param stoppedSince since when nobody may contact the person; null where they may be called
 */
public record CallPlan(
        Map<CallOutcome, NextTouch> touches,
        @Nullable CallProposal proposal,
        @Nullable Instant stoppedSince) {
    public CallPlan {
        touches = Map.copyOf(touches);
    }
}
