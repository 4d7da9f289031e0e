package io.plumbline.leads.queue;

import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Unopened leads and leads whose response target was just missed. */
@Repository
class UnseenLeadStore {
    private final JdbcClient jdbc;

    UnseenLeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the unopened leads of several queues received since an instant, newest first. */
    List<UnopenedLead> unopened(Collection<ClinicId> queues, Instant since, int limit) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var union = new KeysetUnion();
        for (var queue : queues) {
            union.add(
                    """
                    select id, queue_id, full_name, concern, source, unopened_since from consultation_lead
                    where queue_id = ? and unopened_since > ?""",
                    List.of(Ids.bytes(queue.value()), Utc.of(since)),
                    "queue_id desc, unopened_since desc, id desc",
                    limit);
        }
        var page = union.page("unopened_since desc, id desc", limit);
        return jdbc.sql(page.sql())
                .params(page.params())
                .query((row, n) -> unopened(row))
                .list();
    }

    /** Returns the overdue leads whose managers have not been notified, with their queues. */
    Map<LeadId, ClinicId> late(Instant now, int limit) {
        return jdbc
                .sql("""
                        select id, queue_id from consultation_lead where escalates_at <= ?
                        order by escalates_at, id limit ?""")
                .params(Utc.of(now), limit)
                .query((row, n) -> Map.entry(new LeadId(Ids.uuid(row.getBytes("id"))), queue(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Records that the managers are notified; false if that was done before. */
    boolean escalate(LeadId id, Instant at) {
        return jdbc.sql("update consultation_lead set escalated_at = ? where id = ? and escalates_at <= ?")
                        .params(Utc.of(at), Ids.bytes(id.value()), Utc.of(at))
                        .update()
                == 1;
    }

    /** Clears the escalation: the response target of an unmerged lead has restarted. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Unmerged event) {
        jdbc.sql("update consultation_lead set escalated_at = null where id = ?")
                .param(Ids.bytes(event.lead().value()))
                .update();
    }

    /** Makes a reopened lead unopened again and clears its escalation. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent.Reopened event) {
        jdbc.sql("update consultation_lead set escalated_at = null, first_opened_at = null where id = ?")
                .param(Ids.bytes(event.lead().value()))
                .update();
    }

    private static UnopenedLead unopened(ResultSet row) throws SQLException {
        var queue = queue(row);
        return new UnopenedLead(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                LeadQueue.clinicOf(queue),
                row.getString("full_name"),
                row.getString("concern"),
                LeadSource.valueOf(row.getString("source")),
                Utc.in(row, "unopened_since"));
    }

    private static ClinicId queue(ResultSet row) throws SQLException {
        return new ClinicId(Ids.uuid(row.getBytes("queue_id")));
    }
}
