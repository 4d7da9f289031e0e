package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the leads of different queues that may be one person's, in the transaction in which one of them came in or was
 * corrected: those who call the one do not see the other.
 */
@Repository
class LeadTwinPairs {
    /** A name alone is not enough: that many share. */
    private static final int WORTH_A_LOOK = 50;

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Leads leads;
    private final LeadTwins twins;
    private final Clock clock;

    LeadTwinPairs(JdbcClient jdbc, Leads leads, LeadTwins twins, Clock clock) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.twins = twins;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadReceived event) {
        look(event.lead());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadCorrected event) {
        look(event.lead());
    }

    private void look(LeadId id) {
        leads.findById(id.value()).ifPresent(lead -> twins.anywhere(id, person(lead.draft())).stream()
                .filter(like -> !like.queue().equals(lead.queueId()))
                .filter(like ->
                        like.score().points() >= WORTH_A_LOOK && !like.score().isHousehold())
                .forEach(like -> keep(lead, like)));
    }

    private static DuplicateScore.Person person(LeadDraft draft) {
        return new DuplicateScore.Person(draft.fullName(), draft.phone(), draft.email());
    }

    /** What is kept already keeps when it was found, and what was settled stays so. */
    private void keep(Lead lead, LikeLead like) {
        var isLater = like.receivedAt().isBefore(lead.receivedAt());
        jdbc.sql("""
                insert ignore into lead_twin (id, earlier_id, later_id, score, reasons, found_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.bytes(Ids.next()),
                        Ids.bytes((isLater ? like.id() : lead.id()).value()),
                        Ids.bytes((isLater ? lead.id() : like.id()).value()),
                        like.score().points(),
                        like.score().words(),
                        Utc.of(clock.instant()))
                .update();
    }

    /** What waits of some queues, the one that was found first at the top; at most a hundred. */
    List<LeadTwin> waiting(Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + """
                         where d.waits_since > :first and (a.queue_id in (:queues) or b.queue_id in (:queues))
                        and a.status <> 'MERGED' and b.status <> 'MERGED'
                        order by d.waits_since, d.id limit :most""")
                        .param("first", Utc.of(Instant.EPOCH))
                        .param("queues", Ids.bytes(queues, ClinicId::value))
                        .param("most", MOST)
                        .query((row, n) -> twin(row, queues))
                        .list();
    }

    /** A pair of which one at least is in these queues; empty where it is settled. */
    Optional<LeadTwin> find(UUID id, Collection<ClinicId> queues) {
        return queues.isEmpty()
                ? Optional.empty()
                : jdbc.sql(SELECT + """
                         where d.id = :id and d.settled_at is null
                        and (a.queue_id in (:queues) or b.queue_id in (:queues))""")
                        .param("id", Ids.bytes(id))
                        .param("queues", Ids.bytes(queues, ClinicId::value))
                        .query((row, n) -> twin(row, queues))
                        .optional();
    }

    private static final String SELECT = """
            select d.id, d.score, d.reasons, d.found_at,
                a.id as a_id, a.version as a_version, a.queue_id as a_queue, a.full_name as a_name, a.status as a_status,
                a.received_at as a_received, b.id as b_id, b.version as b_version, b.queue_id as b_queue,
                b.full_name as b_name, b.status as b_status, b.received_at as b_received
            from lead_twin d join consultation_lead a on a.id = d.earlier_id join consultation_lead b on b.id = d.later_id""";

    /** Nobody is asked again about these two. */
    void settle(LeadId one, LeadId other, StaffId by, Instant at) {
        jdbc.sql("""
                update lead_twin set settled_at = :at, settled_by = :by
                where earlier_id in (:one, :other) and later_id in (:one, :other) and settled_at is null""")
                .param("at", Utc.of(at))
                .param("by", Ids.bytes(by.value()))
                .param("one", Ids.bytes(one.value()))
                .param("other", Ids.bytes(other.value()))
                .update();
    }

    private static LeadTwin twin(ResultSet row, Collection<ClinicId> queues) throws SQLException {
        return new LeadTwin(
                Ids.uuid(row.getBytes("id")),
                row.getInt("score"),
                row.getString("reasons"),
                Utc.in(row, "found_at"),
                side(row, "a_", queues),
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
