package io.plumbline.audit.anomalies;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
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
            select o.*, s.display_name as person_name, s.username as person_username, d.display_name as decider_name
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
                .params(rule.name(), Ids.bytes(person.value()), Ids.bytes(about))
                .query((row, n) -> known(row))
                .optional();
    }

    /** Returns the latest anomaly of a person by a rule. */
    Optional<Known> findLatest(AnomalyRule rule, StaffId person) {
        return jdbc.sql(
                        "select * from audit_anomaly where rule_name = ? and staff_id = ? order by last_at desc limit 1")
                .params(rule.name(), Ids.bytes(person.value()))
                .query((row, n) -> known(row))
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
                .param("id", Ids.bytes(id.value()))
                .param("rule", rule.name())
                .param("person", Ids.bytes(person.value()))
                .param("about", Ids.bytes(about))
                .param("patient", patient == null ? null : Ids.bytes(patient.value()))
                .param("first", Utc.of(firstAt))
                .param("last", Utc.of(lastAt))
                .param("accesses", accesses)
                .update();
    }

    /** Adds later accesses to an anomaly that nobody has decided on. */
    void extend(AnomalyId id, @Nullable PatientId patient, Instant lastAt, int accesses) {
        jdbc.sql("""
                update audit_anomaly set patient_id = :patient, last_at = :last, accesses = :accesses
                where id = :id and state = 'OPEN'""")
                .param("patient", patient == null ? null : Ids.bytes(patient.value()))
                .param("last", Utc.of(lastAt))
                .param("accesses", accesses)
                .param("id", Ids.bytes(id.value()))
                .update();
    }

    /** Returns a page: those to decide on oldest first, the others newest first. */
    List<AnomalyRow> page(AnomalyState state, @Nullable AnomalyRow after, int limit) {
        var isOpen = state == AnomalyState.OPEN;
        var order = isOpen ? "state, first_at, id" : "state desc, first_at desc, id desc";
        var key = isOpen
                ? "first_at >= :at and (first_at > :at or id > :id)"
                : "first_at <= :at and (first_at < :at or id < :id)";
        var at = after == null ? (isOpen ? EARLIEST : LATEST) : Utc.of(after.firstAt());
        var id = after == null ? (isOpen ? FIRST : LAST) : after.id().value();
        return jdbc.sql(NAMED.formatted("(select * from audit_anomaly where state = :state and " + key + " order by "
                                + order + " limit :limit) o")
                        + " order by o.first_at" + (isOpen ? ", o.id" : " desc, o.id desc"))
                .param("state", state.name())
                .param("at", at)
                .param("id", Ids.bytes(id))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<AnomalyRow> find(AnomalyId id) {
        return jdbc.sql(NAMED.formatted("audit_anomaly o") + " where o.id = ?")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> row(row))
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
                        where id = ? and state = 'OPEN'""")
                        .params(state.name(), note, Ids.bytes(by.value()), Utc.of(at), Ids.bytes(id.value()))
                        .update()
                == 1;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new AnomalyId(Ids.uuid(row.getBytes("id"))),
                Ids.read(row, "patient_id", PatientId::new),
                Utc.in(row, "first_at"),
                Utc.in(row, "last_at"),
                row.getInt("accesses"),
                AnomalyState.valueOf(row.getString("state")));
    }

    private static AnomalyRow row(ResultSet row) throws SQLException {
        var person = new StaffId(Ids.uuid(row.getBytes("staff_id")));
        return new AnomalyRow(
                new AnomalyId(Ids.uuid(row.getBytes("id"))),
                AnomalyRule.valueOf(row.getString("rule_name")),
                person,
                Objects.requireNonNullElse(row.getString("person_name"), "Unknown account"),
                Objects.requireNonNullElse(row.getString("person_username"), ""),
                Ids.read(row, "patient_id", PatientId::new),
                null,
                Utc.in(row, "first_at"),
                Utc.in(row, "last_at"),
                row.getInt("accesses"),
                person.equals(CurrentUser.current().staff()),
                AnomalyState.valueOf(row.getString("state")),
                row.getString("decider_name"),
                row.getObject("decided_at") == null ? null : Utc.in(row, "decided_at"),
                row.getString("note"));
    }
}
