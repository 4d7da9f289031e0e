package io.plumbline.leads;

import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides clinical reviews of leads at the current user's clinics and in the queue of the group. Every change carries the version that
 * the current user saw. It throws {@link NotAvailable} if the lead is not in these queues,
 * {@link StaleVersion} if a colleague changed it in the meantime, and
 * {@link Refused} if it is no longer in review.
 */
@Service
@Transactional
@Requires(Permission.LEAD_REVIEW)
public class LeadReviewService {
    /** Business time for the decision after a chiropractor takes the review. */
    private static final Duration DECIDED = Duration.ofHours(4);

    private final Leads leads;
    private final LeadLoader leadLoader;
    private final FollowUpScheduler followUps;
    private final Clock clock;

    LeadReviewService(Leads leads, LeadLoader leadLoader, FollowUpScheduler followUps, Clock clock) {
        this.leads = leads;
        this.leadLoader = leadLoader;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Assigns the clinical review of a lead to the current user. */
    public void take(LeadId id, long version) {
        var lead = lockForCurrentUser(id, version);
        var now = clock.instant();
        lead.takeReview(
                followUps.withinBusinessHours(DECIDED, lead.queueId(), now),
                CurrentUser.current().staff(),
                now);
        leads.save(lead);
    }

    /**
     * Decides a clinical review. The current user may undo the decision for ten minutes.
     *
     * @param reason at most 400 characters
     * @throws Refused if the reason is missing or too long, with a message for the user
     */
    public void decide(LeadId id, long version, ReviewOutcome outcome, String reason) {
        ReasonWords.require("The reason", reason);
        var lead = lockForCurrentUser(id, version);
        var now = clock.instant();
        var followUp = outcome == ReviewOutcome.CLEARED
                ? followUps.from(now, lead.queueId(), lead.draft().callWindow())
                : null;
        lead.decideReview(outcome, reason, followUp, CurrentUser.current().staff(), now);
        leads.save(lead);
    }

    /**
     * Undoes the current user's own decision. The lead returns to clinical review and the review is assigned to the current user.
     *
     * @throws Refused after ten minutes, if somebody else decided, or if somebody has changed the lead
     *     since, with a message for the user
     */
    public void undo(LeadId id) {
        var lead = leadLoader.take(id, LeadQueue.reviewedBy(CurrentUser.current()));
        var now = clock.instant();
        lead.undoReviewDecision(
                followUps.withinBusinessHours(DECIDED, lead.queueId(), now),
                CurrentUser.current().staff(),
                now);
        leads.save(lead);
    }

    private Lead lockForCurrentUser(LeadId id, long version) {
        return leadLoader.take(id, version, LeadQueue.reviewedBy(CurrentUser.current()));
    }
}
