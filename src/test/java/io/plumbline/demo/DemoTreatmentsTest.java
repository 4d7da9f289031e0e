package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.demo.DemoNotes.Note;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.support.DemoTest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the demo patients are treated follows their pain and their plans. */
@DemoTest
class DemoTreatmentsTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void pressureFollowsPainAndHowTheLastMassageWent() {
        assertThat(number("""
                select count(*) from session_note n join session_note_modality m on m.note_id = n.id
                where m.modality = 'DEEP_TISSUE' and (n.pain_before <= 1 or n.pain_before >= 7)
                """))
                .as("deep tissue at hardly any or at severe pain")
                .isZero();
        assertThat(number("select count(*) from session_note where pain_before >= 7 and pressure > 2"))
                .as("firm at severe pain")
                .isZero();
        assertThat(number("select count(*) from session_note where pain_before <= 1 and pressure > 3"))
                .as("firm at hardly any pain")
                .isZero();
        var lowered = new ArrayList<Note>();
        demo().eachAfter("MASSAGE", (last, note) -> {
            if (last.response().equals("WORSE")) {
                lowered.add(note);
                assertThat(note.pressure()).as("%s", note).isLessThanOrEqualTo(Math.max(1, last.pressure() - 1));
                assertThat(note.modalities()).as("%s", note).doesNotContain("DEEP_TISSUE");
                assertThat(note.observations()).containsPattern("(?i)pressure|light|of 5");
            }
            if (note.before() > last.before() + 1) {
                assertThat(note.pressure()).as("%s", note).isLessThanOrEqualTo(last.pressure());
            }
        });
        assertThat(lowered).hasSizeGreaterThan(3);
    }

    @Test
    void adjustmentsHaveTwoFindingsAndNoThrustOnABadDay() {
        assertThat(demo().of("ADJUSTMENT")).hasSizeGreaterThan(50).allSatisfy(note -> note.list("segments")
                .forEach(segment -> {
                    var findings = strings(segment.get("findings"));
                    assertThat(findings)
                            .as("%s", note)
                            .hasSizeGreaterThanOrEqualTo(2)
                            .containsAnyOf("ASYMMETRY", "RANGE_OF_MOTION");
                    if (note.before() >= 7) {
                        assertThat(isThrust(segment)).as("%s", note).isFalse();
                    }
                }));
        demo().eachAfter("ADJUSTMENT", (last, note) -> {
            if (last.response().equals("WORSE") || note.before() > last.before()) {
                assertThat(note.list("segments")).as("%s", note).noneMatch(DemoTreatmentsTest::isThrust);
            }
        });
        var flagged = jdbc.sql("""
                        select n.details from session_note n join red_flag f on f.subject_id = n.patient_id
                        where n.service = 'ADJUSTMENT' and f.raised_at < n.signed_at and f.status <> 'CLEARED'""").query(String.class).list();
        assertThat(flagged).isNotEmpty().noneMatch(details -> details.contains("HVLA"));
    }

    @Test
    void dosesOfExercisesProgressAndFallOnAWorseDay() {
        var risen = new ArrayList<Note>();
        var fallen = new ArrayList<Note>();
        var arrivals = new HashMap<String, TreeMap<LocalDate, Integer>>();
        demo().all().forEach(note -> arrivals.computeIfAbsent(note.patient(), nobody -> new TreeMap<>())
                .putIfAbsent(note.on(), note.before()));
        demo().eachAfter("EXERCISE", (last, note) -> {
            var before = doses(last);
            var arrived = arrivals.get(note.patient());
            var isWorse = last.response().equals("WORSE")
                    || arrived.get(note.on()) > arrived.lowerEntry(note.on()).getValue();
            doses(note).forEach((exercise, dose) -> {
                var earlier = before.get(exercise);
                if (earlier != null) {
                    (isWorse ? fallen : risen).add(note);
                    if (isWorse) {
                        assertThat(dose).as("%s", note).isLessThan(earlier);
                    } else {
                        assertThat(dose).as("%s", note).isGreaterThan(earlier);
                    }
                }
            });
        });
        assertThat(risen).hasSizeGreaterThan(15);
        assertThat(fallen).isNotEmpty();
    }

    @Test
    void visitsTakePlaceInTheirPhaseAndPhasesLastAsPlanned() {
        assertThat(number("select count(*) from planned_visit where delivered_phase <> phase"))
                .as("visits in another phase than their own")
                .isZero();
        var phases = jdbc.sql("""
                        select v.plan_id, v.phase, min(v.delivered_on) as began, max(v.delivered_on) as ended,
                          count(*) as visits, p.phase_states
                        from planned_visit v join treatment_plan p on p.id = v.plan_id
                        where v.delivered_on is not null group by v.plan_id, v.phase, p.phase_states""")
                .query((row, n) -> new Phase(
                        row.getString("phase"),
                        row.getObject("began", LocalDate.class),
                        row.getObject("ended", LocalDate.class),
                        row.getString("phase_states")))
                .list();
        assertThat(phases).hasSizeGreaterThan(40).allSatisfy(phase -> {
            for (var state : json.readTree(phase.states()).get("states")) {
                if (state.get("phase").asString().equals(phase.name())
                        && !state.get("startedOn").isNull()) {
                    assertThat(LocalDate.parse(state.get("startedOn").asString()))
                            .as("%s", phase)
                            .isBeforeOrEqualTo(phase.began());
                    if (!state.get("endedOn").isNull()) {
                        assertThat(LocalDate.parse(state.get("endedOn").asString()))
                                .as("ends with its last visit: %s", phase)
                                .isEqualTo(phase.ended());
                    }
                }
            }
        });
    }

    private record Phase(String name, LocalDate began, LocalDate ended, String states) {}

    @Test
    void nobodyHasTwoExerciseSessionsOnADay() {
        assertThat(number("""
                select count(*) from (select patient_id, treated_on from session_note where service = 'EXERCISE'
                    group by patient_id, treated_on having count(*) > 1) n""")).as("notes").isZero();
        assertThat(number("""
                select count(*) from (select subject_id, starts_on from appointment
                    where appointment_type = 'EXERCISE' and status not in ('CANCELLED', 'NO_SHOW')
                    group by subject_id, starts_on having count(*) > 1) a""")).as("appointments").isZero();
        assertThat(number("""
                select count(*) from (select p.patient_id, coalesce(v.booked_on, v.planned_on) as on_day from planned_visit v
                      join treatment_plan p on p.id = v.plan_id
                    where v.service = 'EXERCISE' and v.delivered_on is null
                    group by p.patient_id, coalesce(v.booked_on, v.planned_on) having count(*) > 1) v""")).as("planned visits").isZero();
    }

    @Test
    void whoHasHardlyAnyPainIsNotTreatedEveryWeek() {
        var weekly = new HashMap<String, Integer>();
        demo().eachAfter("MASSAGE", (last, note) -> {
            if (last.before() <= 1 && note.before() <= 1 && ChronoUnit.DAYS.between(last.on(), note.on()) <= 8) {
                weekly.merge(note.patient(), 1, Integer::sum);
            }
        });
        assertThat(weekly.values()).allMatch(times -> times <= 2);
    }

    private DemoNotes demo() {
        return new DemoNotes(jdbc, json);
    }

    private static Map<String, Integer> doses(Note note) {
        return note.list("exercises").stream()
                .collect(Collectors.toMap(
                        exercise -> exercise.get("name").asString(),
                        exercise -> exercise.get("sets").asInt()
                                * (number(exercise.get("repetitions")) + number(exercise.get("holdSeconds")))));
    }

    private static int number(@Nullable JsonNode value) {
        return value == null || value.isNull() ? 0 : value.asInt();
    }

    private static boolean isThrust(JsonNode segment) {
        var technique = segment.get("technique");
        return technique != null
                && AdjustmentTechnique.valueOf(technique.asString()).isThrust();
    }

    private static Set<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
