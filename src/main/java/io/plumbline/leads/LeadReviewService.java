package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
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

    /** What waits for a chiropractor, the one that came first at the top; at most a hundred. Put on record. */
    @Transactional
    public List<LeadReview> waiting() {
        events.publishEvent(new LeadReviewsListed(Caller.current().staff()));
        return reviews.of(queues(), clock.instant());
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

    /** Gives a lead back to those who call, as it was before. */
    @Transactional
    public void clear(LeadId id, long version) {
        var lead = mine(id, version);
        var now = clock.instant();
        lead.clear(
                touches.from(now, lead.queueId(), lead.window()),
                Caller.current().staff(),
                now);
        leads.save(lead);
    }

    /** Ends a lead: the person is helped elsewhere. */
    @Transactional
    public void refer(LeadId id, long version, ReviewOutcome outcome) {
        var lead = mine(id, version);
        lead.referOut(outcome, Caller.current().staff(), clock.instant());
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
