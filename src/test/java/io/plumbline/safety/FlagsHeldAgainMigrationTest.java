package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.ChosenStore;
import io.plumbline.support.OnMySql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an older store promises once it is brought up to date: no referral has ended a hold; run on H2 and on MySQL. */
@Tag("store")
@OnMySql("a migration by SQL changes the flags and patients of an older store")
class FlagsHeldAgainMigrationTest {
    private JdbcClient jdbc;
    private DriverManagerDataSource store;
    private UUID clinic;

    /** A store without any table. */
    /** The folder of its own scripts. */
    @BeforeEach
    void isOld() {
        store = ChosenStore.empty();
        migrate("050");
        jdbc = JdbcClient.create(store);
        clinic = Ids.next();
        jdbc.sql("insert into clinic (id, code, name, zone, country, emergency_number, promise_minutes, version)"
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

    @Test
    void theMigrationHoldsReferredAndMonitoredFlagsAgain() {
        var emergency = flag("RF-CES-2", "E", "EMERGENCY_REFERRED");
        var urgent = flag("RF-INF-1", "U", "REFERRED");
        var monitored = flag("RF-CES-1", "E", "MONITORED");
        var refer = flag("RF-FX-3", "R", "REFERRED");
        var kept = flag("RF-CA-1", "R", "MONITORED");
        var caution = flag("RF-CA-3", "C", "REFERRED");
        var cleared = flag("RF-DVT", "E", "CLEARED");
        var open = flag("RF-NEURO", "U", "RAISED");
        migrate("051");

        assertThat(statusOf(emergency)).isEqualTo("EMERGENCY_REFERRED");
        assertThat(statusOf(urgent)).isEqualTo("REFERRED");
        assertThat(statusOf(monitored)).as("a hold is not monitored").isEqualTo("RAISED");
        assertThat(statusOf(kept)).isEqualTo("MONITORED");
        assertThat(List.of(emergency, urgent, monitored, open))
                .allSatisfy(flag -> assertThat(levelOf(flag)).isIn("E", "U"));
        assertThat(levelOf(refer)).isEqualTo("R");
        for (var over : List.of(kept, caution, cleared)) {
            assertThat(levelOf(over)).isNull();
        }
        assertThat(planLevelOf(emergency)).isEqualTo("E");
        for (var held : List.of(emergency, urgent, monitored, refer)) {
            assertThat(heldAgain(held)).hasSize(1);
        }
        assertThat(heldAgain(urgent))
                .containsExactly("Held again: a referral keeps the hold until the flag is cleared with evidence");
        for (var other : List.of(kept, caution, cleared, open)) {
            assertThat(heldAgain(other)).isEmpty();
        }
        assertThat(overdue()).containsExactlyInAnyOrder(emergency.id(), urgent.id());
        assertThat(nameOf(emergency)).isEqualTo("Possible bladder or bowel dysfunction");
    }

    @Test
    void aPatientWithSeveralFlagsShowsTheMostUrgentOneInForce() {
        var first = flag("RF-FX-3", "R", "RAISED");
        jdbc.sql("update red_flag set subject_id = ? where id = ?")
                .params(
                        Ids.bytes(first.patient()),
                        Ids.bytes(flag("RF-CES-1", "U", "REFERRED").id()))
                .update();
        migrate("051");
        assertThat(levelOf(first)).isEqualTo("U");
    }

    private record Flag(UUID id, UUID patient) {}

    private Flag flag(String rule, String level, String status) {
        var patient = Ids.next();
        jdbc.sql(
                        "insert into patient (id, family_name, given_name, sort_key, version) values (?, 'Old', 'Row', 'old', 0)")
                .param(Ids.bytes(patient))
                .update();
        jdbc.sql("insert into patient_summary (patient_id, open_flag_level) values (?, ?)")
                .params(Ids.bytes(patient), status.equals("RAISED") ? level : null)
                .update();
        jdbc.sql("insert into treatment_plan (id, patient_id, clinic_id, title, status, due_on, created_at, version) "
                        + "values (?, ?, ?, 'Plan', 'ACTIVE', '2026-11-24', '2026-11-01 10:00:00', 0)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(patient), Ids.bytes(clinic))
                .update();
        var id = Ids.next();
        var params = new ArrayList<Object>(List.of(
                Ids.bytes(id), Ids.bytes(patient), Ids.bytes(clinic), rule, level, status, Ids.bytes(Ids.next())));
        params.add(status.equals("MONITORED") ? LocalDate.of(2027, 11, 20) : null);
        jdbc.sql("""
                insert into red_flag (id, subject_kind, subject_id, clinic_id, rule_id, rules_version, flag, flag_level,
                    status, raised_at, raised_by, decided_at, monitored_until, version)
                values (?, 'PATIENT', ?, ?, ?, '1', 'As it was named', ?, ?, '2026-11-20 10:00:00', ?,
                    '2026-11-20 11:00:00', ?, 1)""").params(params).update();
        return new Flag(id, patient);
    }

    private String statusOf(Flag flag) {
        return text("select status from red_flag where id = ?", flag.id());
    }

    private String nameOf(Flag flag) {
        return text("select flag from red_flag where id = ?", flag.id());
    }

    private String levelOf(Flag flag) {
        return text("select open_flag_level from patient_summary where patient_id = ?", flag.patient());
    }

    private String planLevelOf(Flag flag) {
        return text("select open_flag_level from treatment_plan where patient_id = ?", flag.patient());
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql)
                .param(Ids.bytes(id))
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private Collection<String> heldAgain(Flag flag) {
        return jdbc.sql("select reason from red_flag_step where flag_id = ? and kind = 'HELD_AGAIN'")
                .param(Ids.bytes(flag.id()))
                .query(String.class)
                .list();
    }

    private List<UUID> overdue() {
        return jdbc.sql("select id from red_flag where outcome_due_at = '2026-11-20 11:00:00'")
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list();
    }
}
