package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What nobody has seen yet of the leads: those that have just come in, and those whose promise has just passed. */
@Repository
class LeadNews {
    private final JdbcClient jdbc;

    LeadNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open leads of some queues that came in since an instant and that nobody has opened, the newest first. */
    List<JustIn> unopened(Collection<ClinicId> queues, Instant since, int limit) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        for (var queue : queues) {
            params.addAll(List.of(Ids.bytes(queue.value()), Utc.of(since), limit));
        }
        params.add(limit);
        return jdbc.sql("select * from ("
                        + String.join(" union all ", Collections.nCopies(queues.size(), """
                                (select id, queue_id, full_name, concern, source, unopened_since from consultation_lead
                                 where queue_id = ? and unopened_since > ?
                                 order by queue_id desc, unopened_since desc, id desc limit ?)"""))
                        + ") every_queue order by unopened_since desc, id desc limit ?")
                .params(params)
                .query((row, n) -> justIn(row))
                .list();
    }

    /** Whether nobody has opened a lead yet. */
    boolean isUnopened(LeadId id) {
        return jdbc.sql("select count(*) from consultation_lead where id = ? and first_opened_at is null")
                        .param(Ids.bytes(id.value()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Keeps when somebody opened a lead first. */
    void opened(LeadId id, Instant at) {
        jdbc.sql("update consultation_lead set first_opened_at = ? where id = ? and first_opened_at is null")
                .params(Utc.of(at), Ids.bytes(id.value()))
                .update();
    }

    /** The leads that are late by now and of which no manager was told, with their queues. */
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

    /** Keeps that a manager is told; false where that was done already. */
    boolean escalate(LeadId id, Instant at) {
        return jdbc.sql("update consultation_lead set escalated_at = ? where id = ? and escalates_at <= ?")
                        .params(Utc.of(at), Ids.bytes(id.value()), Utc.of(at))
                        .update()
                == 1;
    }

    /** Lets a manager be told again: the lead has a new promise. */
    void promisedAnew(LeadId id) {
        jdbc.sql("update consultation_lead set escalated_at = null where id = ?")
                .param(Ids.bytes(id.value()))
                .update();
    }

    /** Makes the lead one that nobody has opened, and of which no manager was told. */
    void reopened(LeadId id) {
        jdbc.sql("update consultation_lead set escalated_at = null, first_opened_at = null where id = ?")
                .param(Ids.bytes(id.value()))
                .update();
    }

    private static JustIn justIn(ResultSet row) throws SQLException {
        var queue = queue(row);
        return new JustIn(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                queue.equals(Lead.GROUP) ? null : queue,
                row.getString("full_name"),
                row.getString("concern"),
                LeadSource.valueOf(row.getString("source")),
                Utc.in(row, "unopened_since"));
    }

    private static ClinicId queue(ResultSet row) throws SQLException {
        return new ClinicId(Ids.uuid(row.getBytes("queue_id")));
    }
}
