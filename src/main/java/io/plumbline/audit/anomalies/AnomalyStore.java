package io.plumbline.audit.anomalies;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes anomalies, and how far the trail was searched. Pages are ordered and limited on one table. */
@Repository
class AnomalyStore {
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String NAMED = """
            select o.id, o.rule_name as `rule`, o.staff_id as person_id, coalesce(s.display_name, 'Unknown account') as name,
                coalesce(s.username, '') as username, o.patient_id, null as patient_number, o.first_at, o.last_at,
                o.accesses, o.staff_id = :me as is_own, o.state, d.display_name as decided_by, o.decided_at, o.note
            from %s left join staff_account s on s.id = o.staff_id left join staff_account d on d.id = o.decided_by""";

    private final JdbcClient jdbc;

    AnomalyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An anomaly that the search may add to. */
    record Known(
            AnomalyId id,
            @Nullable PatientId patient,
            Instant firstAt,
            Instant lastAt,
            int accesses,
            AnomalyState state) {}

    /** Returns the number of the last entry that was searched. */
    long searchedUntil() {
        return jdbc.sql("select seq from audit_anomaly_search where id = 1")
                .query(Long.class)
                .single();
    }

    /** Moves on; returns whether no other node has, whose findings these would be too. */
    boolean moveOn(long from, long to) {
        return jdbc.sql("update audit_anomaly_search set seq = ? where id = 1 and seq = ?")
                        .params(to, from)
                        .update()
                == 1;
    }

    Optional<Known> find(AnomalyRule rule, StaffId person, UUID about) {
        return jdbc.sql(
                        "select * from audit_anomaly where rule_name = ? and staff_id = ? and about_id = ? order by id limit 1")
                .params(rule.name(), person, about)
                .query(Known.class)
                .optional();
    }

    /** Returns the latest anomaly of a person by a rule. */
    Optional<Known> findLatest(AnomalyRule rule, StaffId person) {
        return jdbc.sql(
                        "select * from audit_anomaly where rule_name = ? and staff_id = ? order by last_at desc limit 1")
                .params(rule.name(), person)
                .query(Known.class)
                .optional();
    }

    void add(
            AnomalyId id,
            AnomalyRule rule,
            StaffId person,
            UUID about,
            @Nullable PatientId patient,
            Instant firstAt,
            Instant lastAt,
            int accesses) {
        jdbc.sql("""
                insert into audit_anomaly
                    (id, rule_name, staff_id, about_id, patient_id, first_at, last_at, accesses, state, note)
                values (:id, :rule, :person, :about, :patient, :first, :last, :accesses, 'OPEN', '')""")
                .param("id", id)
                .param("rule", rule.name())
                .param("person", person)
                .param("about", about)
                .param("patient", patient)
                .param("first", firstAt)
                .param("last", lastAt)
                .param("accesses", accesses)
                .update();
    }

    /** Adds later accesses to an anomaly that nobody has decided on. */
    void extend(AnomalyId id, @Nullable PatientId patient, Instant lastAt, int accesses) {
        jdbc.sql("""
                update audit_anomaly set patient_id = :patient, last_at = :last, accesses = :accesses
                where id = :id and state = 'OPEN'""")
                .param("patient", patient)
                .param("last", lastAt)
                .param("accesses", accesses)
                .param("id", id)
                .update();
    }

    /** Returns a page: those to decide on oldest first, the others newest first. */
    List<AnomalyRow> page(AnomalyState state, @Nullable AnomalyRow after, int limit) {
        var isOpen = state == AnomalyState.OPEN;
        var order = isOpen ? "state, first_at, id" : "state desc, first_at desc, id desc";
        var key = isOpen
                ? "first_at >= :at and (first_at > :at or id > :id)"
                : "first_at <= :at and (first_at < :at or id < :id)";
        var at = after == null ? (isOpen ? EARLIEST : LATEST) : after.firstAt();
        var id = after == null ? (isOpen ? FIRST : LAST) : after.id().value();
        return jdbc.sql(NAMED.formatted("(select * from audit_anomaly where state = :state and " + key + " order by "
                                + order + " limit :limit) o")
                        + " order by o.first_at" + (isOpen ? ", o.id" : " desc, o.id desc"))
                .param("state", state.name())
                .param("at", at)
                .param("id", id)
                .param("limit", limit)
                .param("me", CurrentUser.current().staff())
                .query(AnomalyRow.class)
                .list();
    }

    Optional<AnomalyRow> find(AnomalyId id) {
        return jdbc.sql(NAMED.formatted("audit_anomaly o") + " where o.id = :id")
                .param("id", id)
                .param("me", CurrentUser.current().staff())
                .query(AnomalyRow.class)
                .optional();
    }

    long countOpen() {
        return jdbc.sql("select count(*) from (select 1 from audit_anomaly where state = 'OPEN' limit 1000) o")
                .query(Long.class)
                .single();
    }

    boolean decide(AnomalyId id, AnomalyState state, String note, StaffId by, Instant at) {
        return jdbc.sql("""
                        update audit_anomaly set state = ?, note = ?, decided_by = ?, decided_at = ?
                        where id = ? and state = 'OPEN'""").params(state.name(), note, by, at, id).update() == 1;
    }
}
