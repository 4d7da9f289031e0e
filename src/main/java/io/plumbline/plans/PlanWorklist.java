package io.plumbline.plans;

import io.plumbline.access.PatientScope;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads plans that run: ordered on one table, names joined after. */
@Repository
class PlanWorklist {
    private static final String NAMED = """
            select t.id, t.patient_id, t.title, t.status, t.next_planned_on, t.next_booked_on, p.given_name, p.family_name
            from (%s) t join patient p on p.id = t.patient_id
            order by t.next_planned_on is null, t.next_planned_on, t.id""";
    private static final String IN_ORDER = "next_planned_on is null, next_planned_on, id";

    private final JdbcClient jdbc;

    PlanWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active plans within a scope, the earliest planned visit first and those without one last. */
    List<PlanRow> active(PatientScope scope, int most) {
        var ids = ids(scope);
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(NAMED.formatted(
                        "select * from treatment_plan where %s in (:ids) and status = 'ACTIVE' order by %s limit :most"
                                .formatted(column(scope), IN_ORDER)))
                .param("ids", ids)
                .param("most", most)
                .query(PlanWorklist::row)
                .list();
    }

    long countActive(PatientScope scope, int most) {
        var ids = ids(scope);
        if (ids.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from (select 1 from treatment_plan where " + column(scope)
                        + " in (:ids) and status = 'ACTIVE' limit :most) active")
                .param("ids", ids)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static String column(PatientScope scope) {
        return scope.clinics().isEmpty() ? "patient_id" : "clinic_id";
    }

    private static List<byte[]> ids(PatientScope scope) {
        return scope.clinics().isEmpty()
                ? Ids.bytes(scope.patients(), PatientId::value)
                : Ids.bytes(scope.clinics(), ClinicId::value);
    }

    private static PlanRow row(ResultSet row, int n) throws SQLException {
        return new PlanRow(
                Ids.uuid(row.getBytes("id")),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("title"),
                PlanStatus.valueOf(row.getString("status")),
                row.getObject("next_planned_on", LocalDate.class),
                row.getObject("next_booked_on", LocalDate.class));
    }
}
