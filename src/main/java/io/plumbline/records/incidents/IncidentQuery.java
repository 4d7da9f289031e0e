package io.plumbline.records.incidents;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.List;
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
            select s.display_name staff_name, coalesce(r.display_name, '%s') recorded_by, d.display_name decided_by, i.*
            from incident i left join staff_account s on s.id = i.staff_id
            left join staff_account r on r.id = i.recorded_by left join staff_account d on d.id = i.decided_by
            """.formatted(CurrentUser.SYSTEM.displayName());

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
            sql = sql.param("place", after.place()).param("id", after.id());
        }
        return sql.query(IncidentRow.class).list();
    }

    Optional<IncidentRow> find(IncidentId id) {
        return jdbc.sql(ROWS + "where i.id = ?")
                .param(id)
                .query(IncidentRow.class)
                .optional();
    }

    Optional<StaffId> staffWith(String username) {
        return jdbc.sql("select id from staff_account where username = ?")
                .param(username)
                .query(StaffId.class)
                .optional();
    }

    /** Returns the affected patients by number, as the audit trail has them now. */
    List<AffectedPatient> inTrail(Period period, long afterNumber, int limit) {
        return of(
                        period,
                        """
                        select p.patient_number number, count(*) accesses, min(e.at) first_at, max(e.at) last_at
                        """ + TRAIL + whose(period) + " and p.patient_number > :after"
                                + " group by p.patient_number order by p.patient_number limit :most")
                .param("after", afterNumber)
                .param("most", limit)
                .query(AffectedPatient.class)
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
        var spec = jdbc.sql(sql).param("from", period.from()).param("until", period.until());
        return period.staff() == null ? spec : spec.param("actor", period.staff());
    }

    /** Returns the affected patients of the frozen list by number. */
    List<AffectedPatient> frozen(IncidentId incident, long afterNumber, int limit) {
        return jdbc.sql("select patient_number number, accesses, first_at, last_at from incident_patient"
                        + " where incident_id = ? and patient_number > ? order by patient_number limit ?")
                .params(incident, afterNumber, limit)
                .query(AffectedPatient.class)
                .list();
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
