package io.plumbline.leads.duplicates;

import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores pairs of duplicate candidates and the queues whose managers see them. A settled pair stays settled. To avoid
 * deadlocks, every writer locks a pair before the rows of its queues, and several pairs in the order of their ids: of a
 * search and a user who settles its result, one waits.
 */
@Repository
class DuplicateCandidateStore {
    private final JdbcClient jdbc;
    private final Due<LeadId> dueLeads = new Due<>("lead_duplicate_search", "lead_id", LeadId.class);
    private final Due<PatientId> duePatients = new Due<>("patient_duplicate_search", "patient_id", PatientId.class);

    DuplicateCandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Due<LeadId> dueLeads() {
        return dueLeads;
    }

    Due<PatientId> duePatients() {
        return duePatients;
    }

    /** A stored pair and whether it is new. */
    record Kept(UUID id, boolean isNew) {}

    /** A pair that was dismissed as different people. */
    record Dismissal(UUID id, Pair pair, StaffId by, Instant at) {}

    private record Locked(UUID id, int points, String reasons, boolean isSettled) {}

    /** A lead and the lead or patient that was registered before it. */
    record Pair(SubjectKind kindOfEarlier, UUID earlier, LeadId later) {
        static final Comparator<Pair> ORDER = Comparator.comparing(Pair::earlier)
                .thenComparing(pair -> pair.later().value());

        /** Orders leads received at the same instant by id, so that both searches find the same pair. */
        static Pair of(SearchedLead lead, LeadMatch other) {
            var order = lead.receivedAt().compareTo(other.receivedAt());
            var isEarlier = order != 0
                    ? order < 0
                    : lead.id().value().compareTo(other.id().value()) < 0;
            return isEarlier
                    ? new Pair(SubjectKind.LEAD, lead.id().value(), other.id())
                    : new Pair(SubjectKind.LEAD, other.id().value(), lead.id());
        }

        static Pair of(SearchedLead lead, PatientMatch other) {
            return new Pair(SubjectKind.PATIENT, other.patient().id().value(), lead.id());
        }
    }

    /**
     * Locks the unsettled pairs of a lead until the end of the transaction, so that nobody else settles them.
     *
     * @return the ids of the pairs, by pair
     */
    Map<Pair, UUID> lock(LeadId lead) {
        var locked = new LinkedHashMap<Pair, UUID>();
        jdbc.sql("""
                select id from duplicate_candidate where earlier_id = :lead and settled_at is null
                union all select id from duplicate_candidate where later_id = :lead and settled_at is null order by id""").param("lead", lead).query(UUID.class).list().forEach(pair -> {
            if (lock("where id = ? and settled_at is null", pair)) {
                locked.put(pair(pair), pair);
            }
        });
        return locked;
    }

    private Pair pair(UUID id) {
        return jdbc.sql("""
                select earlier_kind as kind_of_earlier, earlier_id, later_id from duplicate_candidate
                where id = ?""").param(id).query(Pair.class).single();
    }

    /**
     * Locks by an update that changes nothing: MySQL refuses {@code select … for update} without the right to update
     * all columns.
     */
    private boolean lock(String where, Object... params) {
        return jdbc.sql("update duplicate_candidate set score = score " + where)
                        .params(params)
                        .update()
                > 0;
    }

    /**
     * Stores a pair or updates its score and reasons, and locks it until the end of the transaction.
     *
     * @return empty if the pair is settled
     */
    Optional<Kept> keep(Pair pair, DuplicateScore score, Instant now) {
        var before = locked(pair);
        if (before.isEmpty()) {
            var id = Ids.next();
            var isNew = jdbc.sql("""
                    insert ignore into duplicate_candidate (id, earlier_kind, earlier_id, later_id, score, reasons, found_at)
                    values (?, ?, ?, ?, ?, ?, ?)""")
                            .params(
                                    id,
                                    pair.kindOfEarlier().name(),
                                    pair.earlier(),
                                    pair.later(),
                                    score.points(),
                                    score.words(),
                                    now)
                            .update()
                    > 0;
            if (isNew) {
                return Optional.of(new Kept(id, true));
            }
            before = locked(pair);
        }
        var kept = before.orElseThrow();
        if (kept.isSettled()) {
            return Optional.empty();
        }
        if (kept.points() != score.points() || !kept.reasons().equals(score.words())) {
            jdbc.sql("update duplicate_candidate set score = ?, reasons = ? where id = ?")
                    .params(score.points(), score.words(), kept.id())
                    .update();
        }
        return Optional.of(new Kept(kept.id(), false));
    }

    private Optional<Locked> locked(Pair pair) {
        if (!lock("where earlier_id = ? and later_id = ?", pair.earlier(), pair.later())) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id, score as points, reasons, settled_at is not null as is_settled from duplicate_candidate
                where earlier_id = ? and later_id = ?""")
                .params(pair.earlier(), pair.later())
                .query(Locked.class)
                .optional();
    }

    /** Adds a stored pair to the lists of these queues' managers. */
    void ask(UUID pair, Collection<ClinicId> queues) {
        for (var queue : queues) {
            jdbc.sql("""
                    insert ignore into duplicate_candidate_queue (queue_id, settled, since, candidate_id)
                    select ?, false, d.found_at, d.id from duplicate_candidate d where d.id = ? and d.settled_at is null""").params(queue, pair).update();
        }
    }

    /** Shows a locked or stored pair to the managers of exactly these queues; to nobody if there are none. */
    void askOnly(UUID pair, Collection<ClinicId> queues) {
        var asked = jdbc.sql(
                        "select queue_id from duplicate_candidate_queue where candidate_id = ? and settled = false")
                .param(pair)
                .query(ClinicId.class)
                .list();
        var over = asked.stream().filter(queue -> !queues.contains(queue)).toList();
        if (!over.isEmpty()) {
            jdbc.sql(
                            "delete from duplicate_candidate_queue where candidate_id = :pair and queue_id in (:over) and settled = false")
                    .param("pair", pair)
                    .param("over", over)
                    .update();
        }
        ask(pair, queues.stream().filter(queue -> !asked.contains(queue)).toList());
    }

    /** Settles a pair, in either order; does nothing if there is no such pair or it is settled. */
    void settle(UUID one, UUID other, DuplicateOutcome outcome, StaffId by, Instant at) {
        for (var pair : between(one, other, "settled_at is null")) {
            var isFirst = jdbc.sql("""
                            update duplicate_candidate set settled_at = ?, settled_by = ?, settled_as = ?
                            where id = ? and settled_at is null""").params(at, by, outcome.name(), pair).update() > 0;
            if (isFirst) {
                jdbc.sql("update duplicate_candidate_queue set settled = true, since = ? where candidate_id = ?")
                        .params(at, pair)
                        .update();
            }
        }
    }

    /** Reverts the settlement of a pair whose merge was undone. */
    void unsettle(UUID one, UUID other) {
        between(one, other, "settled_as = 'MERGED'").forEach(this::reopen);
    }

    /** Returns the pair of two, in either order, if a condition holds for it. */
    private List<UUID> between(UUID one, UUID other, String condition) {
        return jdbc.sql("""
                select id from duplicate_candidate where earlier_id = :one and later_id = :other and %1$s
                union all select id from duplicate_candidate
                where earlier_id = :other and later_id = :one and %1$s order by id""".formatted(condition))
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .list();
    }

    /** Makes a settled pair an open one, on the lists on which it was. */
    void reopen(UUID pair) {
        jdbc.sql("update duplicate_candidate set settled_at = null, settled_by = null, settled_as = null where id = ?")
                .param(pair)
                .update();
        jdbc.sql("""
                update duplicate_candidate_queue set settled = false, since = (select found_at from duplicate_candidate where id = ?)
                where candidate_id = ?""").params(pair, pair).update();
    }

    /** Locks a pair that was dismissed as different people, in either order; empty if it is not. */
    Optional<Dismissal> holdDismissal(UUID one, UUID other) {
        lock("where earlier_id = ? and later_id = ?", one, other);
        lock("where earlier_id = ? and later_id = ?", other, one);
        return between(one, other, "settled_as = 'DIFFERENT'").stream()
                .map(this::dismissal)
                .findFirst();
    }

    private Dismissal dismissal(UUID id) {
        return jdbc.sql("""
                select id, earlier_kind as kind_of_earlier, earlier_id, later_id, settled_by as `by`, settled_at as at
                from duplicate_candidate where id = ?""").param(id).query(Dismissal.class).single();
    }

    /** Returns the patients whose pair with a lead is settled: dismissed as another person, or converted from it. */
    Set<PatientId> settledPatients(LeadId lead) {
        return jdbc.sql("""
                        select earlier_id from duplicate_candidate
                        where later_id = ? and earlier_kind = 'PATIENT' and settled_at is not null""").param(lead).query(PatientId.class).set();
    }

    /** Returns the leads with an unsettled pair with a patient. */
    Set<LeadId> leadsWaitingWith(PatientId patient) {
        return jdbc.sql("select later_id from duplicate_candidate where earlier_id = ? and settled_at is null")
                .param(patient)
                .query(LeadId.class)
                .set();
    }

    /** The records that are queued for a duplicate search. */
    final class Due<I extends Id> {
        private final String table;
        private final String column;
        private final Class<I> type;

        private Due(String table, String column, Class<I> type) {
            this.table = table;
            this.column = column;
            this.type = type;
        }

        void add(I id) {
            jdbc.sql("insert into %s (id, %s) values (?, ?)".formatted(table, column))
                    .params(Ids.next(), id)
                    .update();
        }

        /** Returns the newest. */
        Set<I> newest(int most) {
            return jdbc.sql("select %s from %s order by id desc limit ?".formatted(column, table))
                    .param(most)
                    .query(type)
                    .set();
        }

        /** Takes a record from the queue; false if another node has taken it. A rollback puts it back. */
        boolean take(I id) {
            return jdbc.sql("delete from %s where %s = ?".formatted(table, column))
                            .param(id)
                            .update()
                    > 0;
        }
    }
}
