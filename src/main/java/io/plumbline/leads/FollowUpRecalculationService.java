package io.plumbline.leads;

import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.NextFollowUp;
import io.plumbline.leads.clock.RecalculationQueue;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recalculates the next follow-ups of a queue after its clinic changed its business hours, closed days or response
 * target. Runs as the system account with one transaction for each batch; a second run changes nothing.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Requires(Permission.LEAD_WAKE)
public class FollowUpRecalculationService {
    /** Time for every node to load the new business hours. */
    private static final Duration KNOWN_BY_ALL = Duration.ofSeconds(30);

    private static final int AT_ONCE = 200;

    private final RecalculationQueue queues;
    private final Leads leads;
    private final FollowUpScheduler followUps;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    FollowUpRecalculationService(
            RecalculationQueue queues,
            Leads leads,
            FollowUpScheduler followUps,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.queues = queues;
        this.leads = leads;
        this.followUps = followUps;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a batch ended, how many leads it read, and how many next follow-ups it changed. */
    private record Batch(Place last, int read, int changed) {}

    private record Place(Instant overdueAt, UUID id) {}

    /**
     * Recalculates the queues whose clinic changed at least half a minute ago; overdue leads stay overdue.
     *
     * @return the number of leads whose next follow-up changed
     */
    public int recount() {
        var changed = 0;
        for (var queue : queues.changedUntil(clock.instant().minus(KNOWN_BY_ALL))) {
            changed += recount(queue.queue());
            transaction.executeWithoutResult(status -> queues.counted(queue));
        }
        return changed;
    }

    private int recount(ClinicId queue) {
        var changed = 0;
        // a lead that moves behind the current position is read again there and does not change
        var from = new Place(clock.instant(), new UUID(-1, -1));
        for (var batch = batch(queue, from); batch.read() > 0; batch = batch(queue, batch.last())) {
            changed += batch.changed();
        }
        return changed;
    }

    private Batch batch(ClinicId queue, Place after) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var places = placesAfter(queue, after);
            if (places.isEmpty()) {
                return new Batch(after, 0, 0);
            }
            var now = clock.instant();
            var changed = leads.withCalls(places.stream().map(Place::id).toList()).stream()
                    .mapToInt(lead -> recounted(lead, now))
                    .sum();
            return new Batch(places.getLast(), places.size(), changed);
        }));
    }

    private List<Place> placesAfter(ClinicId queue, Place after) {
        return jdbc.sql("""
                select overdue_at, id from consultation_lead
                where queue_id = ? and overdue_at >= ? and (overdue_at > ? or id > ?)
                order by queue_id, overdue_at, id limit ?""")
                .params(queue, after.overdueAt(), after.overdueAt(), after.id(), AT_ONCE)
                .query(Place.class)
                .list();
    }

    private CallWindow windowOf(Lead lead, NextFollowUp followUp) {
        var background = lead.followUpWindow(lead.draft().callWindow());
        // times outside the call window are also set when it cannot be met; writeFirst marks those
        return mayFollowMissedConsultation(lead)
                        && !followUp.writeFirst()
                        && !followUps.suits(followUp.at(), lead.queueId(), background)
                ? CallWindow.ANY_TIME
                : background;
    }

    private static boolean mayFollowMissedConsultation(Lead lead) {
        return lead.consultation()
                .filter(booked -> booked.mayBeMissed(lead.status()))
                .isPresent();
    }

    /** Leaves the version unchanged: this is not an edit, and people who have the lead open can still save. */
    private int recounted(Lead lead, Instant now) {
        var before = lead.progress().nextFollowUp();
        if (before == null || !lead.progress().isCountedByHours()) {
            return 0;
        }
        var window = windowOf(lead, before);
        var counted = followUps.from(lead.progress().countedSince(lead.receivedAt()), lead.queueId(), window);
        // a change of hours must not make a lead overdue after the fact
        var next = counted.overdueAt().isAfter(now) ? counted : followUps.from(now, lead.queueId(), window);
        return next.equals(before) ? 0 : leads.recalculate(lead.id().value(), before.at(), before.overdueAt(), next);
    }
}
