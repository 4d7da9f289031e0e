package io.plumbline.records.incidents;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads incidents, and whom they affected by the audit trail. Whoever calls it checks who may. */
@Component
class IncidentQuery {
    private static final int BATCH = 1000;
    private static final String ROWS = """
            select i.*, s.display_name staff_name, r.display_name recorded_name, d.display_name decided_name
            from incident i left join staff_account s on s.id = i.staff_id
            left join staff_account r on r.id = i.recorded_by left join staff_account d on d.id = i.decided_by
            """;

    /** Whose record was opened, changed or exported. */
    private static final String TRAIL = """
            from audit_event e join patient p on p.id = e.patient
            where e.at >= :from and e.at < :until""";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    IncidentQuery(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** @param staff whose accesses; null for those of everybody */
    record Period(@Nullable StaffId staff, Instant from, Instant until) {}

    /** Returns open incidents, those due first in front, and then the closed ones, the newest first. */
    List<IncidentRow> find(@Nullable IncidentRow after, int limit) {
        var next = after == null ? "" : "where i.place >= :place and (i.place > :place or i.id < :id)";
        var sql = jdbc.sql(ROWS + next + " order by i.place, i.id desc limit :most")
                .param("most", limit);
        if (after != null) {
            sql = sql.param("place", after.place())
                    .param("id", Ids.bytes(after.id().value()));
        }
        return sql.query((row, n) -> row(row)).list();
    }

    Optional<IncidentRow> find(IncidentId id) {
        return jdbc.sql(ROWS + "where i.id = ?")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> row(row))
                .optional();
    }

    private static IncidentRow row(ResultSet row) throws SQLException {
        var decision = row.getString("decision");
        return new IncidentRow(
                new IncidentId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                row.getString("what"),
                row.getObject("discovered_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("place", LocalDate.class),
                row.getString("staff_name"),
                Utc.in(row, "from_at"),
                Utc.in(row, "until_at"),
                Utc.in(row, "recorded_at"),
                Objects.toString(row.getString("recorded_name"), CurrentUser.SYSTEM.displayName()),
                row.getObject("frozen_at") == null ? null : Utc.in(row, "frozen_at"),
                row.getObject("patients", Integer.class),
                decision == null ? null : IncidentDecision.valueOf(decision),
                row.getString("assessment"),
                row.getObject("decided_at") == null ? null : Utc.in(row, "decided_at"),
                row.getString("decided_name"),
                row.getObject("notified_on", LocalDate.class));
    }

    Optional<StaffId> staffWith(String username) {
        return jdbc.sql("select id from staff_account where username = ?")
                .param(username)
                .query((row, n) -> new StaffId(Ids.uuid(row.getBytes("id"))))
                .optional();
    }

    /** Returns the affected patients by number, as the audit trail has them now. */
    List<AffectedPatient> inTrail(Period period, long afterNumber, int limit) {
        return of(
                        period,
                        """
                        select p.patient_number, count(*) accesses, min(e.at) first_at, max(e.at) last_at
                        """ + TRAIL + whose(period) + " and p.patient_number > :after"
                                + " group by p.patient_number order by p.patient_number limit :most")
                .param("after", afterNumber)
                .param("most", limit)
                .query((row, n) -> affected(row))
                .list();
    }

    /** Returns how many patients are affected by the audit trail now. */
    int countInTrail(Period period) {
        return of(period, "select count(distinct e.patient) " + TRAIL + whose(period))
                .query(Integer.class)
                .single();
    }

    private static String whose(Period period) {
        return period.staff() == null ? "" : " and e.actor = :actor";
    }

    private JdbcClient.StatementSpec of(Period period, String sql) {
        var spec = jdbc.sql(sql).param("from", Utc.of(period.from())).param("until", Utc.of(period.until()));
        return period.staff() == null
                ? spec
                : spec.param("actor", Ids.bytes(period.staff().value()));
    }

    /** Returns the affected patients of the frozen list by number. */
    List<AffectedPatient> frozen(IncidentId incident, long afterNumber, int limit) {
        return jdbc.sql("select * from incident_patient where incident_id = ? and patient_number > ?"
                        + " order by patient_number limit ?")
                .params(Ids.bytes(incident.value()), afterNumber, limit)
                .query((row, n) -> affected(row))
                .list();
    }

    private static AffectedPatient affected(ResultSet row) throws SQLException {
        return new AffectedPatient(
                row.getLong("patient_number"), row.getInt("accesses"), Utc.in(row, "first_at"), Utc.in(row, "last_at"));
    }

    /** Freezes the list of affected patients; returns how many they are. */
    int freeze(IncidentId incident, Period period) {
        var all = of(period, """
                        select e.patient, p.patient_number, count(*) accesses, min(e.at) first_at, max(e.at) last_at
                        """ + TRAIL + whose(period) + " group by e.patient, p.patient_number")
                .query((row, n) -> new Object[] {
                    Ids.bytes(incident.value()),
                    row.getLong("patient_number"),
                    row.getBytes("patient"),
                    row.getInt("accesses"),
                    row.getObject("first_at"),
                    row.getObject("last_at")
                })
                .list();
        template.batchUpdate(
                "insert into incident_patient (incident_id, patient_number, patient_id, accesses, first_at, last_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                all,
                BATCH,
                (statement, values) -> {
                    for (var at = 0; at < values.length; at++) {
                        statement.setObject(at + 1, values[at]);
                    }
                });
        return all.size();
    }
}
