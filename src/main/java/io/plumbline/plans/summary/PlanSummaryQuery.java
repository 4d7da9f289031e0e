package io.plumbline.plans.summary;

import io.plumbline.phases.PhaseStates;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanStatus;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the running plan of a patient with its goals in one statement, since it is read beside each note. */
@Repository
class PlanSummaryQuery {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PlanFactor>> FACTORS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PlanSummaryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PlanSummary> find(Collection<PatientId> records, LocalDate today) {
        return jdbc.sql("""
                select p.*, g.measure, g.activity, g.baseline, g.baseline_on, g.target, g.due_on as goal_due_on,
                    (select count(*) from planned_visit v where v.plan_id = p.id and v.planned_on <= :today) as expected,
                    (select v.phase from planned_visit v
                     where v.plan_id = p.id and v.delivered_on is null order by v.position limit 1) as next_phase,
                    (select count(*) from treatment_plan w where w.patient_id in (:patients) and w.status = 'ACTIVE'
                     and w.is_worse = true) as worse
                from (select * from treatment_plan where patient_id in (:patients) and status in ('ACTIVE', 'ON_HOLD')
                      order by case status when 'ACTIVE' then 0 else 1 end, id limit 1) p
                left join plan_goal g on g.plan_id = p.id
                order by g.position""").param("patients", records).param("today", today).query((ResultSetExtractor<
                        Optional<PlanSummary>>)
                PlanSummaryQuery::summary);
    }

    private static Optional<PlanSummary> summary(ResultSet rows) throws SQLException {
        PlanSummary summary = null;
        var goals = new ArrayList<PlanGoal>();
        while (rows.next()) {
            if (rows.getString("measure") != null) {
                goals.add(goal(rows));
            }
            summary = summary(rows, goals);
        }
        return Optional.ofNullable(summary);
    }

    private static PlanGoal goal(ResultSet row) throws SQLException {
        return new PlanGoal(
                row.getString("measure"),
                row.getString("activity"),
                row.getBigDecimal("baseline"),
                row.getObject("baseline_on", LocalDate.class),
                row.getBigDecimal("target"),
                row.getObject("goal_due_on", LocalDate.class));
    }

    private static PlanSummary summary(ResultSet row, List<PlanGoal> goals) throws SQLException {
        var current = Optional.ofNullable(row.getString("phase_states"))
                .flatMap(states -> JSON.readValue(states, PhaseStates.class).current());
        var factors = row.getString("factors");
        return new PlanSummary(
                new PlanId(Ids.uuid(row.getBytes("id"))),
                row.getString("title"),
                PlanStatus.valueOf(row.getString("status")),
                row.getInt("planned_visits"),
                row.getInt("delivered_visits"),
                row.getInt("expected"),
                // a plan from before phases were recorded is in the phase of its next visit
                current.isPresent() ? current.get().phase() : value(row, "next_phase", PlanPhase::valueOf),
                current.map(PhaseStates.State::startedOn).orElse(null),
                value(row, "proposed_step", Step::valueOf),
                value(row, "review_reason", ReviewReason::valueOf),
                row.getInt("worse") > 0,
                row.getObject("reevaluate_on", LocalDate.class),
                factors == null ? List.of() : JSON.readValue(factors, FACTORS),
                goals);
    }

    private static <T> @Nullable T value(ResultSet row, String column, Function<String, T> read) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : read.apply(text);
    }
}
