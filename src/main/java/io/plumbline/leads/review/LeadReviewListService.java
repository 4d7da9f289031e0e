package io.plumbline.leads.review;

import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.ReviewOutcome;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.ReviewItem;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the leads in clinical review at the current user's clinics and in the queue of the group. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_REVIEW)
public class LeadReviewListService {
    private final LeadReviewQuery reviews;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadReviewListService(LeadReviewQuery reviews, ApplicationEventPublisher events, Clock clock) {
        this.reviews = reviews;
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
        events.publishEvent(
                new LeadAccessEvent.ReviewsListed(CurrentUser.current().staff()));
        return reviews.page(LeadQueue.reviewedBy(CurrentUser.current()), filter, after, limit, clock.instant());
    }

    /** Finds a lead in clinical review; empty if it is no longer in review. Recorded in the audit trail. */
    @Transactional
    public Optional<LeadReview> find(LeadId id) {
        events.publishEvent(
                new LeadAccessEvent.ReviewsListed(CurrentUser.current().staff()));
        return reviews.find(LeadQueue.reviewedBy(CurrentUser.current()), id, clock.instant());
    }

    /** Counts the leads in clinical review, up to a thousand. */
    public long count() {
        return reviews.count(LeadQueue.reviewedBy(CurrentUser.current()));
    }

    /** Returns the current user's decisions of the last ten minutes that were not undone, newest first. */
    public List<LeadReview.Decision> decidedLately() {
        return reviews.decided(CurrentUser.current().staff(), clock.instant().minus(ReviewOutcome.UNDO_WITHIN));
    }
}
