package io.plumbline.leads.clock;

import io.plumbline.clinics.ClinicEvent;
import io.plumbline.shared.ids.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queues to recalculate, stored in the transaction that changes their clinic, so that none is lost at a shutdown.
 */
@Repository
public class RecalculationQueue {
    /** The fields of a clinic on which the follow-ups of its leads depend. */
    private static final Set<String> OF_THE_CLOCK =
            Set.of("zone", "hours", "closedDays", "dayParts", "responseTargetMinutes");

    private final JdbcClient jdbc;
    private final Clock clock;

    RecalculationQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClinicEvent.Changed changed) {
        if (changed.fields().stream().anyMatch(OF_THE_CLOCK::contains)) {
            add(changed.clinic());
            // a lead of the group is called by the clinic that can call first
            add(LeadQueue.GROUP);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ClinicEvent.Created created) {
        add(LeadQueue.GROUP);
    }

    private void add(ClinicId queue) {
        jdbc.sql("""
                insert into recalculation_queue (queue_id, changed_at) values (?, ?)
                on duplicate key update changed_at = values(changed_at)""").params(queue, clock.instant()).update();
    }

    /**
     * A queue to recalculate.
     *
     * @param changedAt when its clinic was changed last
     */
    public record Changed(ClinicId queue, Instant changedAt) {}

    /** Returns the queues changed up to an instant. */
    public List<Changed> changedUntil(Instant until) {
        return jdbc.sql("select queue_id, changed_at from recalculation_queue where changed_at <= ? order by queue_id")
                .param(until)
                .query(Changed.class)
                .list();
    }

    /** Removes a recalculated queue, unless it changed again in the meantime. */
    public void counted(Changed before) {
        jdbc.sql("delete from recalculation_queue where queue_id = ? and changed_at = ?")
                .params(before.queue(), before.changedAt())
                .update();
    }
}
