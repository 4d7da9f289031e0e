package io.plumbline.leads;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps which leads and patients may be one person, and of which queues the managers are asked about it. What was settled
 * stays so. Who changes a pair holds its row before the rows of the queues, and of several pairs the one with the first id
 * before the others: of a search and somebody who settles what it found, one waits.
 */
@Repository
class LeadTwinPairs {
    private final JdbcClient jdbc;

    LeadTwinPairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pair as it is kept, and whether it was not before. */
    record Kept(UUID id, boolean isNew) {}

    private record Held(UUID id, int points, String reasons, boolean isSettled) {}

    /** A lead and who was here before it. */
    record Pair(SubjectKind kindOfEarlier, UUID earlier, LeadId later) {
        static final Comparator<Pair> ORDER = Comparator.comparing(Pair::earlier)
                .thenComparing(pair -> pair.later().value());

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
     * Keeps everybody else from settling the pairs of a lead that nobody has settled yet, until the end of the transaction.
     *
     * @return the ids of the pairs, by pair
     */
    Map<Pair, UUID> hold(LeadId lead) {
        var held = new LinkedHashMap<Pair, UUID>();
        jdbc.sql("""
                select id from lead_twin where earlier_id = :lead and settled_at is null
                union all select id from lead_twin where later_id = :lead and settled_at is null order by id""")
                .param("lead", Ids.bytes(lead.value()))
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .list()
                .forEach(pair -> {
                    if (lock("where id = ? and settled_at is null", Ids.bytes(pair))) {
                        held.put(pair(pair), pair);
                    }
                });
        return held;
    }

    private Pair pair(UUID id) {
        return jdbc.sql("select earlier_kind, earlier_id, later_id from lead_twin where id = ?")
                .param(Ids.bytes(id))
                .query((row, n) -> new Pair(
                        SubjectKind.valueOf(row.getString("earlier_kind")),
                        Ids.uuid(row.getBytes("earlier_id")),
                        new LeadId(Ids.uuid(row.getBytes("later_id")))))
                .single();
    }

    /** By an update that changes nothing: MySQL lets who may not update all columns lock no row by a question. */
    private boolean lock(String where, Object... params) {
        return jdbc.sql("update lead_twin set score = score " + where)
                        .params(params)
                        .update()
                > 0;
    }

    /**
     * Keeps a pair, or what speaks for it now, and keeps everybody else from settling it until the end of the transaction.
     *
     * @return empty where it is settled
     */
    Optional<Kept> keep(Pair pair, DuplicateScore score, Instant now) {
        var before = held(pair);
        if (before.isEmpty()) {
            var id = Ids.next();
            var isNew = jdbc.sql("""
                    insert ignore into lead_twin (id, earlier_kind, earlier_id, later_id, score, reasons, found_at)
                    values (?, ?, ?, ?, ?, ?, ?)""")
                            .params(
                                    Ids.bytes(id),
                                    pair.kindOfEarlier().name(),
                                    Ids.bytes(pair.earlier()),
                                    Ids.bytes(pair.later().value()),
                                    score.points(),
                                    score.words(),
                                    Utc.of(now))
                            .update()
                    > 0;
            if (isNew) {
                return Optional.of(new Kept(id, true));
            }
            before = held(pair);
        }
        var kept = before.orElseThrow();
        if (kept.isSettled()) {
            return Optional.empty();
        }
        if (kept.points() != score.points() || !kept.reasons().equals(score.words())) {
            jdbc.sql("update lead_twin set score = ?, reasons = ? where id = ?")
                    .params(score.points(), score.words(), Ids.bytes(kept.id()))
                    .update();
        }
        return Optional.of(new Kept(kept.id(), false));
    }

    private Optional<Held> held(Pair pair) {
        var earlier = Ids.bytes(pair.earlier());
        var later = Ids.bytes(pair.later().value());
        if (!lock("where earlier_id = ? and later_id = ?", earlier, later)) {
            return Optional.empty();
        }
        return jdbc.sql("select id, score, reasons, settled_at from lead_twin where earlier_id = ? and later_id = ?")
                .params(earlier, later)
                .query((row, n) -> new Held(
                        Ids.uuid(row.getBytes("id")),
                        row.getInt("score"),
                        row.getString("reasons"),
                        row.getObject("settled_at") != null))
                .optional();
    }

    /** Asks the managers of these queues, too, about a pair that is kept. */
    void ask(UUID pair, Collection<ClinicId> queues) {
        for (var queue : queues) {
            jdbc.sql("""
                    insert ignore into lead_twin_queue (queue_id, settled, since, twin_id)
                    select ?, false, d.found_at, d.id from lead_twin d where d.id = ? and d.settled_at is null""").params(Ids.bytes(queue.value()), Ids.bytes(pair)).update();
        }
    }

    /** Asks the managers of these queues, and no others, about a pair that is held or kept; nobody where there are none. */
    void askOnly(UUID pair, Collection<ClinicId> queues) {
        var asked = jdbc.sql("select queue_id from lead_twin_queue where twin_id = ? and settled = false")
                .param(Ids.bytes(pair))
                .query((row, n) -> new ClinicId(Ids.uuid(row.getBytes(1))))
                .list();
        var over = asked.stream().filter(queue -> !queues.contains(queue)).toList();
        if (!over.isEmpty()) {
            jdbc.sql("delete from lead_twin_queue where twin_id = :pair and queue_id in (:over) and settled = false")
                    .param("pair", Ids.bytes(pair))
                    .param("over", Ids.bytes(over, ClinicId::value))
                    .update();
        }
        ask(pair, queues.stream().filter(queue -> !asked.contains(queue)).toList());
    }

    /** Keeps that two are settled, whichever came first; nothing where they are no pair, or settled already. */
    void settle(UUID one, UUID other, LeadTwinOutcome outcome, StaffId by, Instant at) {
        var pairs = jdbc.sql("""
                select id from lead_twin where earlier_id = :one and later_id = :other and settled_at is null
                union all select id from lead_twin
                where earlier_id = :other and later_id = :one and settled_at is null order by id""")
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
                where earlier_id = :other and later_id = :one and settled_as = 'MERGED' order by id""")
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

    /** The leads about which and a patient somebody is asked. */
    Set<LeadId> leadsWaitingWith(PatientId patient) {
        return jdbc.sql("select later_id from lead_twin where earlier_id = ? and settled_at is null")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> new LeadId(Ids.uuid(row.getBytes(1))))
                .set();
    }

    /** Has leads of the same person looked for soon. */
    void lookSoon(PatientId patient) {
        jdbc.sql("insert into patient_twin_due (id, patient_id) values (?, ?)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(patient.value()))
                .update();
    }

    /** The patients for whom leads have to be looked for, the newest first. */
    Set<PatientId> duePatients(int most) {
        return jdbc.sql("select patient_id from patient_twin_due order by id desc limit ?")
                .param(most)
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes("patient_id"))))
                .set();
    }

    /** Takes a patient who is due, as {@link #takeDue(LeadId)} does a lead. */
    boolean takeDue(PatientId patient) {
        return jdbc.sql("delete from patient_twin_due where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .update()
                > 0;
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
