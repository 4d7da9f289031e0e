package io.plumbline.leads;

import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads in clinical review at the caller's clinics and in the queue of the group. Every change carries the version that
 * the caller saw. It throws {@link NoSuchElementException} if the lead is not in these queues,
 * {@link ObjectOptimisticLockingFailureException} if a colleague changed it in the meantime, and
 * {@link IllegalStateException} if it is no longer in review.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_REVIEW)
public class LeadReviewService {
    /** Business time for the decision after a chiropractor takes the review. */
    private static final Duration DECIDED = Duration.ofHours(4);

    private final Leads leads;
    private final LeadLoader leadLoader;
    private final LeadReviewQuery reviews;
    private final FollowUpScheduler followUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadReviewService(
            Leads leads,
            LeadLoader leadLoader,
            LeadReviewQuery reviews,
            FollowUpScheduler followUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.leadLoader = leadLoader;
        this.reviews = reviews;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the leads that wait for a chiropractor, in the order of {@link ReviewItem#ORDER}. Recorded in
     * the audit trail.
     *
     * @param after the last row of the previous page, which may belong to another module; null for the first page
     */
    @Transactional
    public List<LeadReview> waiting(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        events.publishEvent(new LeadAccessEvent.ReviewsListed(Caller.current().staff()));
        return reviews.page(queues(), filter, after, limit, clock.instant());
    }

    /** Finds a lead in clinical review; empty if it is no longer in review. Recorded in the audit trail. */
    @Transactional
    public Optional<LeadReview> find(LeadId id) {
        events.publishEvent(new LeadAccessEvent.ReviewsListed(Caller.current().staff()));
        return reviews.find(queues(), id, clock.instant());
    }

    /** Counts the leads in clinical review, up to a thousand. */
    public long count() {
        return reviews.count(queues());
    }

    /** Assigns the clinical review of a lead to the caller. */
    @Transactional
    public void take(LeadId id, long version) {
        var lead = lockForCaller(id, version);
        var now = clock.instant();
        lead.takeReview(
                followUps.withinBusinessHours(DECIDED, lead.queueId(), now),
                Caller.current().staff(),
                now);
        leads.save(lead);
    }

    /**
     * Decides a clinical review. The caller may undo the decision for ten minutes.
     *
     * @param reason at most 400 characters
     * @throws IllegalArgumentException if the reason is missing or too long, with a message for the user
     */
    @Transactional
    public void decide(LeadId id, long version, ReviewOutcome outcome, String reason) {
        var lead = lockForCaller(id, version);
        var now = clock.instant();
        var followUp = outcome == ReviewOutcome.CLEARED ? followUps.from(now, lead.queueId(), lead.window()) : null;
        lead.decideReview(outcome, reason, followUp, Caller.current().staff(), now);
        leads.save(lead);
    }

    /** Returns the caller's decisions of the last ten minutes that were not undone, newest first. */
    public List<ReviewDecisionRow> decidedLately() {
        return reviews.decided(Caller.current().staff(), clock.instant().minus(LeadReviewDecision.UNDONE_WITHIN));
    }

    /**
     * Undoes the caller's own decision. The lead returns to clinical review and the review is assigned to the caller.
     *
     * @throws IllegalStateException after ten minutes, if somebody else decided, or if somebody has changed the lead
     *     since, with a message for the user
     */
    @Transactional
    public void undo(LeadId id) {
        var lead = leadLoader.take(id, queues());
        var now = clock.instant();
        lead.undoReviewDecision(
                followUps.withinBusinessHours(DECIDED, lead.queueId(), now),
                Caller.current().staff(),
                now);
        leads.save(lead);
    }

    private Lead lockForCaller(LeadId id, long version) {
        return leadLoader.take(id, version, queues());
    }

    private static Set<ClinicId> queues() {
        var queues = new HashSet<>(Caller.current().clinics());
        queues.add(Lead.GROUP);
        return queues;
    }
}
