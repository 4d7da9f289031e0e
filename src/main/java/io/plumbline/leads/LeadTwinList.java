package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the pairs about which the managers of some queues are asked: each queue by its own index, merged to one page. */
@Repository
class LeadTwinList {
    private static final Instant NEVER_YET = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private static final String OLDEST_FIRST = """
            (select twin_id, since from lead_twin_queue
             where queue_id = ? and settled = ? and since >= ? and (since > ? or twin_id > ?)
             order by queue_id, settled, since, twin_id limit ?)""";
    private static final String NEWEST_FIRST = """
            (select twin_id, since from lead_twin_queue
             where queue_id = ? and settled = ? and since <= ? and (since < ? or twin_id < ?)
             order by queue_id desc, settled desc, since desc, twin_id desc limit ?)""";

    private static final String ROW = """
            select d.id, d.score, d.reasons, page.since, d.earlier_kind, d.earlier_id, d.settled_as,
                coalesce(s.display_name, 'Plumbline') as settler,
                a.id as a_id, a.version as a_version, a.queue_id as a_queue, a.full_name as a_name, a.status as a_status,
                a.received_at as a_received, b.id as b_id, b.version as b_version, b.queue_id as b_queue,
                b.full_name as b_name, b.status as b_status, b.received_at as b_received
            from (%s) page join lead_twin d on d.id = page.twin_id
            left join consultation_lead a on a.id = d.earlier_id join consultation_lead b on b.id = d.later_id
            left join staff_account s on s.id = d.settled_by""";

    private final JdbcClient jdbc;

    LeadTwinList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page: what waits by when it was found, the oldest first; what is settled by when that was, the newest first. */
    List<LeadTwin> page(Collection<ClinicId> queues, boolean settled, @Nullable LeadTwin after, int limit) {
        if (queues.isEmpty()) {
            return List.of();
        }
        var since = Utc.of(after != null ? after.since() : settled ? NEVER_YET : Instant.EPOCH);
        var id = Ids.bytes(after != null ? after.id() : settled ? LAST : FIRST);
        var params = new ArrayList<Object>();
        for (var queue : queues) {
            params.addAll(List.of(Ids.bytes(queue.value()), settled, since, since, id, limit));
        }
        params.add(limit);
        var order = settled ? "%1$s.since desc, %1$s.twin_id desc" : "%1$s.since, %1$s.twin_id";
        var page = "select twin_id, since from ("
                + String.join(" union ", Collections.nCopies(queues.size(), settled ? NEWEST_FIRST : OLDEST_FIRST))
                + ") every_queue order by " + order.formatted("every_queue") + " limit ?";
        return jdbc.sql(ROW.formatted(page) + " order by " + order.formatted("page"))
                .params(params)
                .query((row, n) -> twin(row, queues))
                .list();
    }

    /** A pair about which the managers of one of these queues are asked; empty where it is settled. */
    Optional<LeadTwin> waiting(UUID id, Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? Optional.empty()
                : jdbc.sql(ROW.formatted("""
                        select twin_id, since from lead_twin_queue
                        where twin_id = :id and queue_id in (:queues) and settled = false limit 1"""))
                        .param("id", Ids.bytes(id))
                        .param("queues", Ids.bytes(queues, ClinicId::value))
                        .query((row, n) -> twin(row, queues))
                        .optional();
    }

    private static LeadTwin twin(ResultSet row, Collection<ClinicId> queues) throws SQLException {
        var isPatient = SubjectKind.valueOf(row.getString("earlier_kind")) == SubjectKind.PATIENT;
        var as = row.getString("settled_as");
        return new LeadTwin(
                Ids.uuid(row.getBytes("id")),
                row.getInt("score"),
                row.getString("reasons"),
                Utc.in(row, "since"),
                as == null ? null : new LeadTwin.Settled(LeadTwinOutcome.valueOf(as), row.getString("settler")),
                isPatient
                        ? new LeadTwin.Known(new PatientId(Ids.uuid(row.getBytes("earlier_id"))), null)
                        : side(row, "a_", queues),
                side(row, "b_", queues));
    }

    private static LeadTwin.Side side(ResultSet row, String of, Collection<ClinicId> queues) throws SQLException {
        var queue = new ClinicId(Ids.uuid(row.getBytes(of + "queue")));
        return new LeadTwin.Side(
                new LeadId(Ids.uuid(row.getBytes(of + "id"))),
                row.getLong(of + "version"),
                queue.equals(Lead.GROUP) ? null : queue,
                queues.contains(queue) ? row.getString(of + "name") : null,
                LeadStatus.valueOf(row.getString(of + "status")),
                Utc.in(row, of + "received"));
    }
}
