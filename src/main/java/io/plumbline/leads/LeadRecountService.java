package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Utc;
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
 * Counts the next touches of the leads of a queue anew once its clinic opens at other times, is closed on other days, or
 * promises something else. Done by the portal itself, a batch in a transaction; doing it twice changes nothing.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Requires(Permission.LEAD_WAKE)
public class LeadRecountService {
    /** By then every node knows the new hours. */
    private static final Duration KNOWN_BY_ALL = Duration.ofSeconds(30);

    private static final int AT_ONCE = 200;

    private final QueuesToCount queues;
    private final Leads leads;
    private final TouchRule touches;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    LeadRecountService(
            QueuesToCount queues,
            Leads leads,
            TouchRule touches,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.queues = queues;
        this.leads = leads;
        this.touches = touches;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a batch ended, and how many leads of it have another next touch. */
    private record Batch(Place last, int read, int changed) {}

    private record Place(Instant overdueAt, UUID id) {}

    /**
     * Counts the queues anew whose clinic changed half a minute ago or more; what is late stays late.
     *
     * @return how many leads have another next touch
     */
    public int recount() {
        var changed = 0;
        for (var queue : queues.changedUntil(clock.instant().minus(KNOWN_BY_ALL))) {
            changed += recount(queue.getKey());
            transaction.executeWithoutResult(status -> queues.counted(queue.getKey(), queue.getValue()));
        }
        return changed;
    }

    private int recount(ClinicId queue) {
        var changed = 0;
        // what moves behind the place where we are is met again there, and stays
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
                .params(
                        Ids.bytes(queue.value()),
                        Utc.of(after.overdueAt()),
                        Utc.of(after.overdueAt()),
                        Ids.bytes(after.id()),
                        AT_ONCE)
                .query((row, n) -> new Place(Utc.in(row, "overdue_at"), Ids.uuid(row.getBytes("id"))))
                .list();
    }

    private CallWindow windowOf(Lead lead, NextTouch touch) {
        var told = lead.windowOfTouch(lead.window());
        // what cannot be met at their times lies outside them as well, and says so
        return lead.mayFollowMissedConsultation()
                        && !touch.writeFirst()
                        && !touches.suits(touch.at(), lead.queueId(), told)
                ? CallWindow.ANY_TIME
                : told;
    }

    /** Leaves the version of the lead: nobody changed it, and who has it open goes on. */
    private int recounted(Lead lead, Instant now) {
        var before = lead.touch().orElse(null);
        if (before == null || !lead.isCountedByHours()) {
            return 0;
        }
        var window = windowOf(lead, before);
        var counted = touches.from(lead.countedFrom(), lead.queueId(), window);
        // hours that nobody knew of break no promise
        var next = counted.overdueAt().isAfter(now) ? counted : touches.from(now, lead.queueId(), window);
        return next.equals(before) ? 0 : leads.countAnew(lead.id().value(), before.at(), before.overdueAt(), next);
    }
}
