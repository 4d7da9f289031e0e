package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps which leads and patients may be one person, and of which queues the managers are asked about it. What was settled
 * stays so.
 */
@Repository
class LeadTwinPairs {
    private final JdbcClient jdbc;

    LeadTwinPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lead and who was here before it. */
    record Pair(SubjectKind kindOfEarlier, UUID earlier, LeadId later) {
        static Pair of(Lead lead, LikeLead other) {
            return other.receivedAt().isAfter(lead.receivedAt())
                    ? new Pair(SubjectKind.LEAD, lead.id().value(), other.id())
                    : new Pair(SubjectKind.LEAD, other.id().value(), lead.id());
        }

        static Pair of(Lead lead, LikePatient other) {
            return new Pair(SubjectKind.PATIENT, other.patient().id().value(), lead.id());
        }
    }

    /**
     * Keeps a pair, or what speaks for it now.
     *
     * @return whether it is new
     */
    boolean keep(Pair pair, DuplicateScore score, Instant now) {
        var isNew = jdbc.sql("""
                insert ignore into lead_twin (id, earlier_kind, earlier_id, later_id, score, reasons, found_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                        .params(
                                Ids.bytes(Ids.next()),
                                pair.kindOfEarlier().name(),
                                Ids.bytes(pair.earlier()),
                                Ids.bytes(pair.later().value()),
                                score.points(),
                                score.words(),
                                Utc.of(now))
                        .update()
                > 0;
        if (!isNew) {
            jdbc.sql("""
                    update lead_twin set score = ?, reasons = ?
                    where earlier_id = ? and later_id = ? and settled_at is null and (score <> ? or reasons <> ?)""")
                    .params(
                            score.points(),
                            score.words(),
                            Ids.bytes(pair.earlier()),
                            Ids.bytes(pair.later().value()),
                            score.points(),
                            score.words())
                    .update();
        }
        return isNew;
    }

    /** Asks the managers of these queues about a pair, where it is not settled. */
    void ask(Pair pair, Collection<ClinicId> queues) {
        for (var queue : queues) {
            jdbc.sql("""
                    insert ignore into lead_twin_queue (queue_id, settled, since, twin_id)
                    select ?, false, d.found_at, d.id from lead_twin d
                    where d.earlier_id = ? and d.later_id = ? and d.settled_at is null""")
                    .params(
                            Ids.bytes(queue.value()),
                            Ids.bytes(pair.earlier()),
                            Ids.bytes(pair.later().value()))
                    .update();
        }
    }

    /** Asks nobody any more about the pairs of a lead that nobody has settled. */
    void askNobody(LeadId lead) {
        var pairs = jdbc.sql("""
                select id from lead_twin where earlier_id = :lead and settled_at is null
                union all select id from lead_twin where later_id = :lead and settled_at is null""")
                .param("lead", Ids.bytes(lead.value()))
                .query(byte[].class)
                .list();
        if (!pairs.isEmpty()) {
            jdbc.sql("delete from lead_twin_queue where twin_id in (:pairs) and settled = false")
                    .param("pairs", pairs)
                    .update();
        }
    }

    /** Keeps that two are settled, whichever came first; nothing where they are no pair, or settled already. */
    void settle(UUID one, UUID other, LeadTwinOutcome outcome, StaffId by, Instant at) {
        var pairs = jdbc.sql("""
                select id from lead_twin where earlier_id = :one and later_id = :other and settled_at is null
                union all select id from lead_twin where earlier_id = :other and later_id = :one and settled_at is null""")
                .param("one", Ids.bytes(one))
                .param("other", Ids.bytes(other))
                .query(byte[].class)
                .list();
        for (var pair : pairs) {
            var isFirst = jdbc.sql("""
                            update lead_twin set settled_at = ?, settled_by = ?, settled_as = ?
                            where id = ? and settled_at is null""")
                            .params(Utc.of(at), Ids.bytes(by.value()), outcome.name(), pair)
                            .update()
                    > 0;
            if (isFirst) {
                jdbc.sql("update lead_twin_queue set settled = true, since = ? where twin_id = ?")
                        .params(Utc.of(at), pair)
                        .update();
            }
        }
    }

    /** Takes back that two are settled, since they are merged no more. */
    void unsettle(UUID one, UUID other) {
        var pairs = jdbc.sql("""
                select id from lead_twin where earlier_id = :one and later_id = :other and settled_as = 'MERGED'
                union all select id from lead_twin
                where earlier_id = :other and later_id = :one and settled_as = 'MERGED'""")
                .param("one", Ids.bytes(one))
                .param("other", Ids.bytes(other))
                .query(byte[].class)
                .list();
        for (var pair : pairs) {
            jdbc.sql("update lead_twin set settled_at = null, settled_by = null, settled_as = null where id = ?")
                    .param(pair)
                    .update();
            jdbc.sql("""
                    update lead_twin_queue set settled = false, since = (select found_at from lead_twin where id = ?)
                    where twin_id = ?""").params(pair, pair).update();
        }
    }

    /** The patients of whom somebody said that they are not the person of a lead, or who became it. */
    Set<PatientId> settledPatients(LeadId lead) {
        return jdbc
                .sql("""
                        select earlier_id from lead_twin
                        where later_id = ? and earlier_kind = 'PATIENT' and settled_at is not null""")
                .param(Ids.bytes(lead.value()))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Has others of the same person looked for soon. */
    void lookSoon(LeadId lead) {
        jdbc.sql("insert into lead_twin_due (id, lead_id) values (?, ?)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(lead.value()))
                .update();
    }

    /** The leads for which others have to be looked for, the newest first. */
    Set<LeadId> due(int most) {
        return jdbc.sql("select lead_id from lead_twin_due order by id desc limit ?")
                .param(most)
                .query((row, n) -> new LeadId(Ids.uuid(row.getBytes("lead_id"))))
                .set();
    }

    /** Takes a lead that is due; false where another node has taken it. It is done when the transaction ends well. */
    boolean takeDue(LeadId lead) {
        return jdbc.sql("delete from lead_twin_due where lead_id = ?")
                        .param(Ids.bytes(lead.value()))
                        .update()
                > 0;
    }
}
