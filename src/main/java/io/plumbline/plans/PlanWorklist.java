package io.plumbline.plans;

import io.plumbline.access.PatientScope;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads plans that run: ordered and limited on one table, names and counts of the page joined after. */
@Repository
class PlanWorklist {
    private static final UUID FIRST = new UUID(0, 0);
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private static final String NAMED = """
            select t.*, p.given_name, p.family_name,
                (select count(*) from planned_visit v
                 where v.plan_id = t.id and v.delivered_note_id is null and v.planned_on < ?) as missed,
                (select min(v.booked_on) from planned_visit v
                 where v.plan_id = t.id and v.delivered_note_id is null and v.booked_on >= ?) as next_booked_on
            from (%s) t join patient p on p.id = t.patient_id
            order by %s""";

    private final JdbcClient jdbc;

    PlanWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active plans of a clinician's patients: flagged ones first, then the one that waits longest. */
    List<PlanRow> ofPatients(PatientScope scope, LocalDate today, int most) {
        if (scope.patients().isEmpty()) {
            return List.of();
        }
        var order = "%sopen_flag_level is null, locate(%sopen_flag_level, '%LEVELS'), %sdue_on, %sid"
                .replace("%LEVELS", FlagLevel.inOrder());
        var mine = scope.patients();
        var marks = String.join(", ", Collections.nCopies(mine.size(), "?"));
        var params = new ArrayList<@Nullable Object>(List.of(today, today));
        params.addAll(Ids.bytes(mine, PatientId::value));
        params.add(most);
        return jdbc.sql(NAMED.formatted(
                        "select * from treatment_plan where patient_id in (%s) and status = 'ACTIVE' order by %s limit ?"
                                .formatted(marks, order.replace("%s", "")),
                        order.replace("%s", "t.")))
                .params(params)
                .query((row, n) -> row(row, true))
                .list();
    }

    /** A page of the active plans of some clinics, the one that waits longest first; each clinic by its own index. */
    List<PlanRow> ofClinics(PatientScope scope, LocalDate today, @Nullable PlanRow after, int limit) {
        if (scope.clinics().isEmpty()) {
            return List.of();
        }
        var due = after == null ? LONG_AGO : after.dueOn();
        var params = new ArrayList<@Nullable Object>(List.of(today, today));
        for (var clinic : scope.clinics()) {
            params.addAll(
                    List.of(Ids.bytes(clinic.value()), due, due, Ids.bytes(after == null ? FIRST : after.id()), limit));
        }
        params.add(limit);
        var ofOne = """
                (select * from treatment_plan
                 where clinic_id = ? and status = 'ACTIVE' and due_on >= ? and (due_on > ? or id > ?)
                 order by clinic_id, status, due_on, id limit ?)""";
        var ofAll =
                String.join(" union all ", Collections.nCopies(scope.clinics().size(), ofOne));
        return jdbc.sql(NAMED.formatted(
                        "select * from (" + ofAll + ") every_clinic order by due_on, id limit ?", "t.due_on, t.id"))
                .params(params)
                .query((row, n) -> row(row, false))
                .list();
    }

    long countActive(PatientScope scope, int most) {
        var byClinic = !scope.clinics().isEmpty();
        var ids =
                byClinic ? Ids.bytes(scope.clinics(), ClinicId::value) : Ids.bytes(scope.patients(), PatientId::value);
        if (ids.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from (select 1 from treatment_plan where "
                        + (byClinic ? "clinic_id" : "patient_id")
                        + " in (:ids) and status = 'ACTIVE' limit :most) active")
                .param("ids", ids)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static PlanRow row(ResultSet row, boolean clinical) throws SQLException {
        var letter = row.getString("open_flag_level");
        var level = letter == null ? null : FlagLevel.valueOf(letter);
        return new PlanRow(
                Ids.uuid(row.getBytes("id")),
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                row.getString("given_name") + " " + row.getString("family_name"),
                row.getString("title"),
                row.getInt("planned_visits"),
                row.getInt("delivered_visits"),
                row.getInt("missed"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("next_booked_on", LocalDate.class),
                clinical ? level : null,
                level != null && level.isHold());
    }
}
