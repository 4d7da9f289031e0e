package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the queues of open leads: each queue by its own index, merged to one page. */
@Repository
class LeadQueues {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    LeadQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the open leads of some queues, the most overdue touch first. */
    List<LeadRow> open(Collection<ClinicId> queues, @Nullable LeadRow after, int limit) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var touch = local(after == null ? Instant.EPOCH : after.nextTouchAt());
        var params = new ArrayList<Object>();
        for (var queue : queues) {
            params.addAll(List.of(
                    Ids.bytes(queue.value()),
                    touch,
                    touch,
                    Ids.bytes(after == null ? FIRST : after.id().value()),
                    limit));
        }
        params.add(limit);
        var ofOne = """
                (select id, queue_id, full_name, concern, source, status, next_touch_at from consultation_lead
                 where queue_id = ? and next_touch_at >= ? and (next_touch_at > ? or id > ?)
                 order by queue_id, next_touch_at, id limit ?)""";
        return jdbc.sql("select * from (" + String.join(" union all ", Collections.nCopies(queues.size(), ofOne))
                        + ") waiting order by next_touch_at, id limit ?")
                .params(params)
                .query(LeadQueues::row)
                .list();
    }

    /** How many open leads of some queues are due, up to a thousand. */
    long countDue(Collection<ClinicId> queues, Instant now) {
        if (queues.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                select count(*) from (select 1 from consultation_lead
                where queue_id in (:queues) and next_touch_at <= :now limit 1000) due""")
                .param("queues", queues.stream().map(q -> Ids.bytes(q.value())).toList())
                .param("now", local(now))
                .query(Long.class)
                .single();
    }

    /** How many leads of some queues stand where. */
    Map<LeadStatus, Long> countByStatus(Collection<ClinicId> queues) {
        var counts = new EnumMap<LeadStatus, Long>(LeadStatus.class);
        if (!queues.isEmpty()) {
            jdbc.sql("""
                    select status, count(*) as leads from consultation_lead
                    where queue_id in (:queues) group by status""")
                    .param(
                            "queues",
                            queues.stream().map(q -> Ids.bytes(q.value())).toList())
                    .query((row, n) -> counts.put(LeadStatus.valueOf(row.getString("status")), row.getLong("leads")))
                    .list();
        }
        return counts;
    }

    private static LeadRow row(ResultSet row, int n) throws SQLException {
        var queue = new ClinicId(Ids.uuid(row.getBytes("queue_id")));
        return new LeadRow(
                new LeadId(Ids.uuid(row.getBytes("id"))),
                queue.equals(Lead.GROUP) ? null : queue,
                row.getString("full_name"),
                row.getString("concern"),
                LeadSource.valueOf(row.getString("source")),
                LeadStatus.valueOf(row.getString("status")),
                row.getObject("next_touch_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
