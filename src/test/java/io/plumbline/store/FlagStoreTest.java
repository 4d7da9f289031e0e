package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.intake.IntakeService;
import io.plumbline.notes.NoteService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTimeline;
import io.plumbline.patients.TimelineEntry;
import io.plumbline.patients.TimelineKind;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotReadyToSign;
import io.plumbline.shared.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What every store promises of red flags: raised once, acknowledged, decided, raised again; run on H2 and on MySQL. */
@SpringBootTest(properties = {"plumbline.demo=false", "plumbline.clock="})
@ActiveProfiles("test")
@Import({TestGroup.class, TestCare.class, MovableClock.class})
abstract class FlagStoreTest {
    private static final Map<String, ScreeningAnswer> YES = Map.of("RF-INF-1", ScreeningAnswer.YES);

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    SafetyService safety;

    @Autowired
    NoteService notes;

    @Autowired
    IntakeService intake;

    @Autowired
    PatientService patients;

    @Autowired
    List<PatientTimeline> timelines;

    @Autowired
    SystemActor system;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void startOver() {
        clock.reset();
    }

    @Test
    void whatWasRaisedWhileANoteWasWrittenAndDecidedSinceIsNotRaisedAgainBySigning() {
        var patient = care.patient("Raised At Once", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        assertThat(staff.as("therapist", () -> safety.raise(note, patient, group.west, YES)))
                .isEqualTo(1);
        clock.pass(Duration.ofMinutes(10));
        care.decideAll(patient);
        clock.pass(Duration.ofMinutes(35));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-INF-1")));
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(flagsOf(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.CLEARED);
        assertThat(isOnHold(patient)).isFalse();
    }

    @Test
    void whatTheNextNoteFindsIsRaisedAgain() {
        var patient = care.patient("Found Later", group.west);
        for (int visit = 1; visit <= 2; visit++) {
            var appointment = care.bookMassage(patient, care.today(), null);
            var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
            var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-INF-1")));
            care.asProven("therapist", () -> notes.sign(note, version));
            assertThat(isOnHold(patient)).isTrue();
            assertThat(flagsOf(patient)).hasSize(visit);
            care.decideAll(patient);
        }
    }

    @Test
    void whatIsWorseThanWhatWasRaisedWhileTheNoteWasWrittenIsRaised() {
        var patient = care.patient("Worse", group.west);
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        staff.as(
                "chiropractor", () -> safety.raise(note, patient, group.west, Map.of("RF-CES-4", ScreeningAnswer.YES)));
        care.decideAll(patient);
        var screen = new TreeMap<>(Map.of("RF-CES-4", ScreeningAnswer.YES));
        assertThat(staff.as("chiropractor", () -> safety.raiseSigned(note, patient, group.west, screen)))
                .as("it is what was decided")
                .isZero();
        screen.put("RF-CES-1", ScreeningAnswer.YES);
        assertThat(staff.as("chiropractor", () -> safety.raiseSigned(note, patient, group.west, screen)))
                .as("together they are an emergency")
                .isEqualTo(2);
    }

    @Test
    void ofTwoWhoRaiseTheSameAtOnceOneDoes() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var round = 0; round < 5; round++) {
                var patient = care.patient("At Once", group.west);
                var raising = List.of("chiropractor", "chiropractor", "chiropractor", "chiropractor").stream()
                        .<Callable<Integer>>map(
                                who -> () -> staff.as(who, () -> safety.raise(patient, group.west, YES)))
                        .toList();
                var raised = 0;
                for (var one : threads.invokeAll(raising)) {
                    raised += one.get();
                }
                assertThat(raised).isEqualTo(1);
                assertThat(flagsOf(patient)).hasSize(1);
            }
        }
    }

    @Test
    void anAcknowledgedFlagSaysWhoHasSeenItAndHoldsOn() {
        var patient = care.patient("Seen", group.west);
        care.raise(patient, group.west, "RF-INF-1");
        var raised = flagsOf(patient).getFirst();
        assertThat(raised.acknowledged()).isNull();
        clock.pass(Duration.ofMinutes(5));
        staff.doAs("chiropractor", () -> safety.acknowledge(raised.id(), raised.version()));
        var seen = flagsOf(patient).getFirst();
        assertThat(seen.status()).isEqualTo(FlagStatus.ACKNOWLEDGED);
        assertThat(seen.acknowledged()).isNotNull();
        assertThat(seen.acknowledged().by()).isEqualTo("chiropractor");
        assertThat(seen.acknowledged().at()).isEqualTo(clock.instant());
        assertThat(rowOf(patient).acknowledged()).isEqualTo(seen.acknowledged());
        assertThat(isOnHold(patient)).isTrue();
        assertThat(audited("flag.acknowledged", patient)).isEqualTo(1);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(raised.id(), raised.version())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(seen.id(), seen.version())))
                .isInstanceOf(IllegalStateException.class);
        care.decideAll(patient);
        assertThat(isOnHold(patient)).isFalse();
        var decided = flagsOf(patient).getFirst();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(decided.id(), decided.version())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A flag that is cleared cannot become acknowledged");
    }

    @Test
    void aFlagOfAForeignPatientIsNotAcknowledged() {
        var patient = group.patient("Foreign", "Flag", group.west);
        var flag = Ids.next();
        jdbc.sql("""
                insert into red_flag (id, subject_kind, subject_id, clinic_id, rule_id, rules_version, flag, flag_level,
                    status, raised_at, raised_by, version)
                values (?, 'PATIENT', ?, ?, 'RF-INF-1', '1', 'Fever', 'U', 'RAISED', '2026-11-24 10:00:00', ?, 0)""")
                .params(
                        Ids.bytes(flag),
                        Ids.bytes(patient.value()),
                        Ids.bytes(group.west.value()),
                        Ids.bytes(group.chiropractor.value()))
                .update();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(flag, 0)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theTimelineTellsEveryStepOfAFlagThatWasMonitoredAndCameBack() {
        var patient = care.patient("Came Back", group.west);
        care.raise(patient, group.west, "RF-INF-1");
        clock.pass(Duration.ofHours(1));
        var raised = flagsOf(patient).getFirst();
        staff.doAs("chiropractor", () -> safety.acknowledge(raised.id(), raised.version()));
        clock.pass(Duration.ofHours(1));
        var until = care.today().plusDays(2);
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        raised.id(), raised.version() + 1, new FlagDecision(FlagStatus.MONITORED, "Wait", until)));
        clock.set(Instant.parse("2026-11-26T17:00:00Z"));
        system.call(safety::raiseMonitoredAgain);
        assertThat(isOnHold(patient)).isTrue();
        assertThat(flagsOf(patient).getFirst().acknowledged()).isNull();
        clock.pass(Duration.ofHours(1));
        care.decideAll(patient);
        assertThat(told(patient))
                .containsExactly(
                        "Red flag raised: U · Urgent, chiropractor",
                        "Red flag acknowledged: U · Urgent, chiropractor",
                        "Red flag decided: Monitored until Thu 26 Nov, chiropractor",
                        "Red flag raised again: U · Urgent, Plumbline",
                        "Red flag decided: Cleared, chiropractor");
    }

    private List<String> told(PatientId patient) {
        return staff.as("chiropractor", () -> {
            var opened = patients.details(patient).orElseThrow();
            return timelines.stream()
                    .flatMap(timeline -> timeline.of(opened).stream())
                    .filter(entry -> entry.kind() == TimelineKind.FLAG)
                    .sorted(Comparator.comparing(TimelineEntry::at))
                    .map(entry -> entry.what().replaceFirst(":.*", ": ") + entry.detail())
                    .toList();
        });
    }

    @Test
    void aNoteFromWhichAFlagWasRaisedSaysThatSomethingIsNew() {
        var patient = care.patient("Taken Back", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        staff.doAs("therapist", () -> safety.raise(note, patient, group.west, Map.of("RF-INFL", ScreeningAnswer.YES)));
        care.decideAll(patient);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> care.asProven("therapist", () -> notes.sign(note, version)))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessageContaining("a red flag was raised from this note");
        var told = staff.as("therapist", () -> notes.saveDraft(note, version, TestCare.found("RF-INFL")));
        care.asProven("therapist", () -> notes.sign(note, told));
        var found = flagsOf(patient).getFirst().found();
        assertThat(found.note()).isEqualTo(note);
        assertThat(found.question()).endsWith("?");
        assertThat(found.by()).isEqualTo("therapist");
    }

    private List<FlagDetails> flagsOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.ofPatient(patient));
    }

    private FlagRow rowOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.open(FlagFilter.ALL, null, 200)).stream()
                .filter(row -> row.patient().equals(patient))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOnHold(PatientId patient) {
        return staff.as("manager", () -> patients.brief(patient)).orElseThrow().clinicalHold();
    }

    private long audited(String kind, PatientId patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }
}
