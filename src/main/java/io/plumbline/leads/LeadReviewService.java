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
 * Leads in clinical review at the caller's clinics, and those of no clinic. Every change carries the version that the
 * caller saw, and throws {@link NoSuchElementException} where the lead is not the caller's,
 * {@link ObjectOptimisticLockingFailureException} where a colleague changed it meanwhile, and
 * {@link IllegalStateException} where it is not in review any more.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_REVIEW)
public class LeadReviewService {
    /** Who took a lead decides in this opening time. */
    private static final Duration DECIDED = Duration.ofHours(4);

    private final Leads leads;
    private final LeadsInHand inHand;
    private final LeadReviews reviews;
    private final TouchRule touches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadReviewService(
            Leads leads,
            LeadsInHand inHand,
            LeadReviews reviews,
            TouchRule touches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.inHand = inHand;
        this.reviews = reviews;
        this.touches = touches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A page of what waits for a chiropractor, in the order of {@link ReviewItem#ORDER}. Put on record.
     *
     * @param after the last row of the page before, also of another room; null for the first page
     */
    @Transactional
    public List<LeadReview> waiting(FlagFilter filter, @Nullable ReviewItem after, int limit) {
        events.publishEvent(new LeadReviewsListed(Caller.current().staff()));
        return reviews.page(queues(), filter, after, limit, clock.instant());
    }

    /** A lead that waits for a chiropractor; empty where it does not any more. Put on record. */
    @Transactional
    public Optional<LeadReview> find(LeadId id) {
        events.publishEvent(new LeadReviewsListed(Caller.current().staff()));
        return reviews.find(queues(), id, clock.instant());
    }

    /** How many leads wait for a chiropractor, up to a thousand. */
    public long count() {
        return reviews.count(queues());
    }

    /** Takes a lead: the caller looks after the person. */
    @Transactional
    public void take(LeadId id, long version) {
        var lead = mine(id, version);
        var now = clock.instant();
        lead.takeReview(
                touches.withinOpening(DECIDED, lead.queueId(), now),
                Caller.current().staff(),
                now);
        leads.save(lead);
    }

    /**
     * Decides what becomes of a lead; who decided may undo it for ten minutes.
     *
     * @param reason why, at most 400 characters
     * @throws IllegalArgumentException if the reason is missing or too long, in words for who typed it
     */
    @Transactional
    public void decide(LeadId id, long version, ReviewOutcome outcome, String reason) {
        var lead = mine(id, version);
        var now = clock.instant();
        var touch = outcome == ReviewOutcome.CLEARED ? touches.from(now, lead.queueId(), lead.window()) : null;
        lead.decideReview(outcome, reason, touch, Caller.current().staff(), now);
        leads.save(lead);
    }

    /** What the caller decided in the last ten minutes and did not undo, the latest first. */
    public List<ReviewDecisionRow> decidedLately() {
        return reviews.decided(Caller.current().staff(), clock.instant().minus(LeadReviewDecision.UNDONE_WITHIN));
    }

    /**
     * Undoes the caller's own decision; the lead is in clinical review again, and the caller looks after the person.
     *
     * @throws IllegalStateException after ten minutes, where somebody else decided, or where somebody has worked on the
     *     lead since, in words
     */
    @Transactional
    public void undo(LeadId id) {
        var lead = inHand.take(id, queues());
        var now = clock.instant();
        lead.undoReviewDecision(
                touches.withinOpening(DECIDED, lead.queueId(), now),
                Caller.current().staff(),
                now);
        leads.save(lead);
    }

    private Lead mine(LeadId id, long version) {
        return inHand.take(id, version, queues());
    }

    private static Set<ClinicId> queues() {
        var queues = new HashSet<>(Caller.current().clinics());
        queues.add(Lead.GROUP);
        return queues;
    }
}
