package io.plumbline.leads.queue;

import io.plumbline.leads.LeadQueueQuery;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.clock.Urgency;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call queue: the open leads of the current user's queues, in the order in which they are called. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class CallQueueService {
    /** Upper limit of the count for each queue filter. */
    public static final int MOST_COUNTED = 100;

    private final LeadQueueQuery queues;
    private final OpenLeadQuery open;
    private final OpenLeadCountQuery counts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallQueueService(
            LeadQueueQuery queues,
            OpenLeadQuery open,
            OpenLeadCountQuery counts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queues = queues;
        this.open = open;
        this.counts = counts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns a page of the open leads: overdue first, then callable now, then later. Loading the first page is
     * recorded in the audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<LeadRow> queue(@Nullable LeadRow after, int limit) {
        return queue(LeadQueueFilter.EVERYONE, after, limit);
    }

    /**
     * Returns a page of the open leads that match a queue filter, in queue order. Loading the first page is recorded in
     * the audit trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<LeadRow> queue(LeadQueueFilter shown, @Nullable LeadRow after, int limit) {
        var page = page(shown, after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("lead.queue-listed", page.size())
                    .narrowedBy(shown.label())
                    .upTo(limit));
        }
        return page;
    }

    /**
     * Returns the most urgent leads that can be called now and that nobody has claimed, among the first in the queue. A
     * lead whose number is wrong is written to, or its number is looked for: it stays in the queue, and is not called.
     */
    public List<LeadId> findClaimable(int limit) {
        var user = CurrentUser.current();
        return open.toCall(user.staff(), LeadQueue.visibleTo(user), limit, clock.instant()).stream()
                .filter(row -> row.urgency() != Urgency.LATER)
                .map(LeadRow::id)
                .toList();
    }

    private List<LeadRow> page(LeadQueueFilter shown, @Nullable LeadRow after, int limit) {
        var user = CurrentUser.current();
        return open.page(shown, user.staff(), LeadQueue.visibleTo(user), after, limit, clock.instant());
    }

    /** Counts the open leads by queue filter, up to {@link #MOST_COUNTED} each. */
    public Map<LeadQueueFilter, Long> countShown() {
        var user = CurrentUser.current();
        return counts.count(user.staff(), LeadQueue.visibleTo(user), MOST_COUNTED, clock.instant());
    }

    /** Counts the open leads past their response target, up to a thousand. */
    public long countOverdue() {
        return queues.countOverdue(LeadQueue.visibleTo(CurrentUser.current()), clock.instant());
    }
}
