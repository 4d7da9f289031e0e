package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ChosenStore;
import io.plumbline.support.OnMySql;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** After the upgrade to the third step rules no course that worsens keeps its answer of more care. */
@Tag("store")
@OnMySql("the migration computes with times in SQL")
class CourseMigrationTest {
    private JdbcClient jdbc;
    private DriverManagerDataSource store;
    private UUID clinic;

    @BeforeEach
    void isOld() {
        store = ChosenStore.empty();
        migrate("142");
        jdbc = JdbcClient.create(store);
        clinic = Ids.next();
        jdbc.sql(
                        "insert into clinic (id, code, name, zone, country, emergency_number, response_target_minutes, version)"
                                + " values (?, 'old', 'Old', 'America/Phoenix', 'US', '911', 15, 0)")
                .param(Ids.bytes(clinic))
                .update();
    }

    private void migrate(String until) {
        Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + ChosenStore.folder())
                .placeholders(Map.of("runtime-user", "runtime"))
                .skipDefaultCallbacks(true)
                .target(until)
                .load()
                .migrate();
    }

    /** In one upgrade, which takes long on MySQL. */
    @Test
    void aCourseThatWorsensIsExaminedUntilItIsJudgedAgainAndADecisionIsNoRevision() {
        var rising = plan("ACTIVE", "STEP_UP", "PAIN_RISING");
        var worse = plan("ACTIVE", "REFER", "WORSENING");
        var unchanged = plan("ACTIVE", "REFER", "PLATEAU");
        var better = plan("ACTIVE", "STEP_DOWN", null);
        var over = plan("COMPLETED", null, null);
        revision(better, "2026-11-10 03:00:00");
        revision(rising, "2026-11-12 18:00:00");
        decision(rising, "2026-11-12 18:00:00", "STEP_UP");
        decision(worse, "2026-11-13 03:00:00", "REFER");
        decision(unchanged, "2026-11-13 18:00:00", "REFER");
        referral(unchanged, "2026-11-13 18:05:00");
        decision(better, "2026-11-13 18:00:00", "REFER");
        decision(better, "2026-11-14 18:00:00", "HOLD");
        migrate("144");

        assertThat(answer(rising)).isEqualTo("EXAMINE_AGAIN WORSE_THAN_BEFORE true");
        assertThat(answer(worse)).isEqualTo("EXAMINE_AGAIN WORSE_THAN_AT_START true");
        assertThat(answer(unchanged)).isEqualTo("CHANGE UNCHANGED false");
        assertThat(answer(better)).isEqualTo("STEP_DOWN null false");
        assertThat(jdbc.sql("select count(*) from treatment_plan where judge_at <= ?")
                        .param("1970-01-01 00:00:00")
                        .query(Integer.class)
                        .single())
                .as("each active plan is judged again")
                .isEqualTo(4);
        assertThat(answer(over)).isEqualTo("null null false");
        assertThat(revisedOn(better)).as("the evening before, at the clinic").isEqualTo("2026-11-09");
        assertThat(revisedOn(rising)).as("visits were added by a decision").isEqualTo("null");
        assertThat(day("referral_open_on", worse)).as("never written").isEqualTo("2026-11-12");
        assertThat(day("referral_open_on", unchanged)).as("written").isEqualTo("null");
        assertThat(day("referral_open_on", better))
                .as("decided otherwise since")
                .isEqualTo("null");
    }

    private void referral(UUID plan, String at) {
        jdbc.sql("""
                insert into referral (id, version, operation_id, patient_id, clinic_id, addressee, reason, priority,
                    asked_on, asked_at, asked_by, due_on, overdue_at, status, status_at, answer)
                select ?, 0, ?, patient_id, clinic_id, 'Dr. Fox', 'Please examine', 'ROUTINE',
                    '2026-11-13', ?, id, '2026-11-20', '2026-11-21 07:00:00', 'ACTIVE', ?, '' from treatment_plan where id = ?""")
                .params(Ids.bytes(Ids.next()), Ids.bytes(Ids.next()), at, at, Ids.bytes(plan))
                .update();
    }

    private UUID plan(String status, String proposed, String review) {
        var patient = Ids.next();
        jdbc.sql(
                        "insert into patient (id, family_name, given_name, sort_key, version) values (?, 'Old', 'Row', 'old', 0)")
                .param(Ids.bytes(patient))
                .update();
        var plan = Ids.next();
        jdbc.sql("""
                insert into treatment_plan (id, patient_id, clinic_id, title, status, due_on, created_at, version,
                    proposed_step, review_reason)
                values (?, ?, ?, 'Plan', ?, '2026-11-24', '2026-11-01 10:00:00', 0, ?, ?)""")
                .params(Ids.bytes(plan), Ids.bytes(patient), Ids.bytes(clinic), status, proposed, review)
                .update();
        return plan;
    }

    private void revision(UUID plan, String at) {
        jdbc.sql("""
                insert into plan_revision (id, plan_id, number, content, reason, made_at, made_by, agreed_by,
                    visits_added, visits_removed)
                values (?, ?, 2, '{}', '', ?, ?, '', 0, 0)""")
                .params(Ids.bytes(Ids.next()), Ids.bytes(plan), at, Ids.bytes(Ids.next()))
                .update();
    }

    private void decision(UUID plan, String at, String decided) {
        jdbc.sql("""
                insert into plan_decision (id, plan_id, decided_at, decided_by, phase, to_phase, decided, reason, facts,
                    visits_added, visits_removed, rules_version)
                values (?, ?, ?, ?, 'RELIEF', 'RELIEF', ?, '', '', 2, 0, '2')""")
                .params(Ids.bytes(Ids.next()), Ids.bytes(plan), at, Ids.bytes(Ids.next()), decided)
                .update();
    }

    private String answer(UUID plan) {
        return jdbc.sql("select proposed_step, review_reason, is_worse from treatment_plan where id = ?")
                .param(Ids.bytes(plan))
                .query((row, n) -> row.getString("proposed_step") + " " + row.getString("review_reason") + " "
                        + row.getBoolean("is_worse"))
                .single();
    }

    private String revisedOn(UUID plan) {
        return day("revised_on", plan);
    }

    private String day(String column, UUID plan) {
        return jdbc.sql("select " + column + " from treatment_plan where id = ?")
                .param(Ids.bytes(plan))
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }
}
