package io.plumbline.bench;

import io.plumbline.bench.Pair.Kind;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanStepService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PlanId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan as the therapist opens it, grown to as many visits and scores as a plan can be thought to have. */
final class PlanPairs {
    private static final int VISITS = 200;
    private static final int SCORES = 400;
    private static final String WHO = "therapist";

    private final ByHand hand;
    private final PlanStepService plans;
    private final MeasureService measures;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanPairs(ApplicationContext portal, ByHand hand) {
        this.hand = hand;
        plans = portal.getBean(PlanStepService.class);
        measures = portal.getBean(MeasureService.class);
        jdbc = portal.getBean(JdbcClient.class);
        clock = portal.getBean(Clock.class);
    }

    /** All of them; asked as the therapist. */
    List<Pair> all() {
        var plan = plans.open(someWhole()).orElseThrow().plan();
        grow(plan);
        return List.of(new Pair(
                "plan page",
                Kind.RECORD,
                WHO,
                () -> plans.open(plan.id()).stream()
                        .flatMap(opened -> Stream.concat(
                                Stream.of(plan.id().value()),
                                opened.plan().visits().stream()
                                        .map(visit -> visit.id().value())))
                        .toList(),
                () -> byHand(plan)));
    }

    /** A plan with all its parts, which copies do not have. */
    private PlanId someWhole() {
        return new PlanId(Ids.uuid(jdbc.sql("""
                select p.id from treatment_plan p join patient_relation r on r.patient_id = p.patient_id
                where r.staff_id = ? and p.status = 'ACTIVE'
                    and exists (select 1 from plan_move m where m.plan_id = p.id)
                order by p.id limit 1""")
                .param(Ids.bytes(CurrentUser.current().staff().value()))
                .query(byte[].class)
                .single()));
    }

    private void grow(PlanDetails plan) {
        var today = LocalDate.now(clock);
        measures.recordSigned(
                plan.patient(),
                IntStream.range(0, SCORES)
                        .mapToObj(day -> new ScoreDraft(
                                "NPRS_NOW", MeasureAnswers.score(3 + day % 5), today.minusDays(SCORES + 1L - day)))
                        .toList());
        for (int position = plan.visits().size() + 1; position <= VISITS; position++) {
            jdbc.sql("""
                    insert into planned_visit (id, plan_id, position, phase, service, practitioner_id, planned_on)
                    select ?, plan_id, ?, phase, service, practitioner_id, ? from planned_visit
                    where plan_id = ? and position = 1""")
                    .params(
                            Ids.bytes(Ids.next()),
                            position,
                            today.plusDays(position),
                            Ids.bytes(plan.id().value()))
                    .update();
        }
    }

    private List<UUID> byHand(PlanDetails plan) throws SQLException {
        var found = new ArrayList<UUID>();
        var id = Ids.bytes(plan.id().value());
        var patient = Ids.bytes(plan.patient().value());
        hand.inTransaction(store -> {
            found.addAll(ByHand.ids(store, """
                    select t.*, p.given_name, p.family_name, s.* from treatment_plan t join patient p on p.id = t.patient_id
                    left join patient_summary s on s.patient_id = p.id where t.id = ?""", id));
            found.addAll(ByHand.ids(
                    store, "select * from planned_visit where plan_id = ? order by planned_on, position", id));
            for (var part : List.of("plan_service", "plan_goal", "plan_diagnosis", "plan_decision", "plan_revision")) {
                ByHand.rows(store, "select * from " + part + " where plan_id = ?", id);
            }
            ByHand.rows(store, """
                    select m.*, a.display_name from plan_move m join staff_account a on a.id = m.moved_by
                    where m.plan_id = ?""", id);
            ByHand.rows(store, "select * from patient_relation where patient_id = ?", patient);
            ByHand.rows(store, """
                    select s.*, a.display_name from outcome_score s join staff_account a on a.id = s.recorded_by
                    where s.patient_id = ? order by s.measured_on, s.id""", patient);
        });
        return found;
    }
}
