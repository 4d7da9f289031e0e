package io.plumbline.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.RelationService;
import io.plumbline.access.SystemActor;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.notes.HeldTreatmentRow;
import io.plumbline.notes.HeldTreatmentService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises of red flags: raised once, acknowledged, decided, raised again. */
@StoreTest
@Tag("core")
@OnMySql("two who raise one flag at once wait for the row lock of the patient's header")
class SafetyServiceTest {
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
    ScreeningService screening;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    IntakeService intake;

    @Autowired
    PatientService patients;

    @Autowired
    List<PatientTimeline> timelines;

    @Autowired
    ReferralOutcomeService outcomes;

    @Autowired
    UnattendedFlagService unattended;

    @Autowired
    HeldTreatmentService held;

    @Autowired
    SystemActor system;

    @Autowired
    ReviewQueue queue;

    @Autowired
    List<WaitingForReview> otherModules;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    RelationService relations;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void signingANoteDoesNotRaiseAgainAFlagRaisedFromItAndDecided() {
        var patient = care.patient("Raised At Once", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThat(staff.as("therapist", () -> screening.raise(note.asClinicalNote(), patient, group.west, YES)))
                .isEqualTo(1);
        clock.pass(Duration.ofMinutes(10));
        care.decideAll(patient);
        clock.pass(Duration.ofMinutes(35));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-INF-1")));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(flagsOf(patient)).extracting(FlagDetails::status).containsExactly(FlagStatus.CLEARED);
        assertThat(isOnHold(patient)).isFalse();
    }

    @Test
    void aFindingOfALaterNoteIsRaisedAgain() {
        var patient = care.patient("Found Later", group.west);
        for (int visit = 1; visit <= 2; visit++) {
            var appointment = care.bookMassage(patient, care.today(), null);
            var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
            var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-INF-1")));
            care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
            assertThat(isOnHold(patient)).isTrue();
            assertThat(flagsOf(patient)).hasSize(visit);
            care.decideAll(patient);
        }
    }

    @Test
    void signingANoteRaisesAFindingMoreUrgentThanTheOneAlreadyRaised() {
        var patient = care.patient("Worse", group.west);
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        staff.as(
                "chiropractor",
                () -> screening.raise(
                        note.asClinicalNote(), patient, group.west, Map.of("RF-CES-4", ScreeningAnswer.YES)));
        care.decideAll(patient);
        var screen = new TreeMap<>(Map.of("RF-CES-4", ScreeningAnswer.YES));
        assertThat(staff.as(
                        "chiropractor",
                        () -> screening.raiseSigned(note.asClinicalNote(), patient, group.west, screen)))
                .as("it is what was decided")
                .isZero();
        screen.put("RF-CES-1", ScreeningAnswer.YES);
        assertThat(staff.as(
                        "chiropractor",
                        () -> screening.raiseSigned(note.asClinicalNote(), patient, group.west, screen)))
                .as("together they are an emergency")
                .isEqualTo(2);
    }

    @Test
    void findingsRaisedSeparatelyAreCombined() {
        var patient = care.patient("One By One", group.west);
        care.raise(patient, group.west, "RF-CA-2");
        assertThat(isOnHold(patient)).isFalse();
        var cancer = Map.of("RF-CA-1a", ScreeningAnswer.YES);
        assertThat(staff.as("chiropractor", () -> screening.raise(patient, group.west, cancer)))
                .as("itself, and what was only to be referred is urgent now")
                .isEqualTo(2);
        assertThat(isOnHold(patient)).isTrue();
        assertThat(staff.as("chiropractor", () -> screening.raise(patient, group.west, cancer)))
                .isZero();
        assertThat(staff.as(
                        "chiropractor",
                        () -> screening.raise(patient, group.west, Map.of("RF-CA-3e", ScreeningAnswer.YES))))
                .as("the others are in force already")
                .isEqualTo(1);
    }

    @Test
    void aFlagRaisedConcurrentlyIsRaisedOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var round = 0; round < 5; round++) {
                var patient = care.patient("At Once", group.west);
                var raising = List.of("chiropractor", "chiropractor", "chiropractor", "chiropractor").stream()
                        .<Callable<Integer>>map(
                                who -> () -> staff.as(who, () -> screening.raise(patient, group.west, YES)))
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
    void anAcknowledgedFlagShowsByWhomAndKeepsTheHold() {
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
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(seen.id(), seen.version())))
                .isInstanceOf(Refused.class);
        care.decideAll(patient);
        assertThat(isOnHold(patient)).isFalse();
        var decided = flagsOf(patient).getFirst();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(decided.id(), decided.version())))
                .isInstanceOf(Refused.class)
                .hasMessage("A flag that is cleared cannot become acknowledged");
    }

    @Test
    void aFlagOfAPatientOutsideTheRelationCannotBeAcknowledged() {
        var patient = group.patient("Foreign", "Flag", group.west);
        var flag = new FlagId(Ids.next());
        jdbc.sql("""
                insert into red_flag (id, subject_kind, subject_id, clinic_id, rule_id, rules_version, flag, flag_level,
                    status, raised_at, raised_by, version)
                values (?, 'PATIENT', ?, ?, 'RF-INF-1', '1', 'Fever', 'U', 'RAISED', '2026-11-24 10:00:00', ?, 0)""")
                .params(
                        Ids.bytes(flag.value()),
                        Ids.bytes(patient.value()),
                        Ids.bytes(group.west.value()),
                        Ids.bytes(group.chiropractor.value()))
                .update();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.acknowledge(flag, 0)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theTimelineListsEveryStepOfAMonitoredFlagThatWasRaisedAgain() {
        var patient = care.patient("Came Back", group.west);
        care.raise(patient, group.west, "RF-CA-2");
        clock.pass(Duration.ofHours(1));
        var raised = flagsOf(patient).getFirst();
        staff.doAs("chiropractor", () -> safety.acknowledge(raised.id(), raised.version()));
        clock.pass(Duration.ofHours(1));
        var until = care.today().plusDays(2);
        staff.doAs(
                "chiropractor",
                () -> safety.decide(
                        raised.id(),
                        raised.version() + 1,
                        new FlagDecision(FlagStatus.MONITORED, "Watched until the next visit", until)));
        clock.set(Instant.parse("2026-11-26T17:00:00Z"));
        system.call(safety::raiseMonitoredAgain);
        assertThat(flagsOf(patient).getFirst().isInForce()).isTrue();
        assertThat(flagsOf(patient).getFirst().acknowledged()).isNull();
        clock.pass(Duration.ofHours(1));
        care.decideAll(patient);
        assertThat(told(patient))
                .containsExactly(
                        "Red flag raised: R · Refer, chiropractor",
                        "Red flag acknowledged: R · Refer, chiropractor",
                        "Red flag decided: Monitored until Nov 26, 2026, chiropractor",
                        "Red flag raised again: R · Refer, Plumbline",
                        "Red flag decided: Cleared, chiropractor");
    }

    private List<String> told(PatientId patient) {
        return staff.as("chiropractor", () -> {
            var opened = patients.details(patient).orElseThrow();
            return timelines.stream()
                    .flatMap(timeline -> timeline.findEntries(opened).stream())
                    .filter(entry -> entry.kind() == TimelineKind.FLAG)
                    .sorted(Comparator.comparing(TimelineEntry::at))
                    .map(entry -> entry.what().replaceFirst(":.*", ": ") + entry.detail())
                    .toList();
        });
    }

    @Test
    void aNoteFromWhichAFlagWasRaisedMustReportANewFinding() {
        var patient = care.patient("Taken Back", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.doAs(
                "therapist",
                () -> screening.raise(
                        note.asClinicalNote(), patient, group.west, Map.of("RF-INFL", ScreeningAnswer.YES)));
        care.decideAll(patient);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> care.asProven("therapist", () -> notes.sign(note, version)))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessageContaining("a red flag was raised from this note");
        var told = staff.as("therapist", () -> notes.saveDraft(note, version, TestCare.found("RF-INFL")));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, told));
        var found = flagsOf(patient).getFirst().found();
        assertThat(found.note()).isEqualTo(note.asClinicalNote());
        assertThat(found.question()).endsWith("?");
        assertThat(found.by()).isEqualTo("therapist");
    }

    @Test
    void referralOutcomesAreOverdueAfterABusinessHourOrTheNextBusinessDay() {
        // Tuesday, 10:00 in Phoenix; the clinic of the tests is open every day
        var emergency = care.patient("Outcome", group.west);
        care.raise(emergency, group.west, "RF-CES-2");
        refer(emergency, FlagStatus.EMERGENCY_REFERRED);
        var urgent = care.patient("Next Day", group.west);
        care.raise(urgent, group.west, "RF-INF-1");
        refer(urgent, FlagStatus.REFERRED);
        var dueAt = Objects.requireNonNull(flagsOf(emergency).getFirst().outcomeDueAt());
        assertThat(Duration.between(clock.instant(), dueAt)).isBetween(Duration.ofMinutes(59), Duration.ofHours(14));
        for (var who : List.of("manager", "chiropractor")) {
            assertThat(overdueOf(who)).doesNotContain(emergency, urgent);
        }
        clock.set(dueAt);
        for (var who : List.of("manager", "chiropractor")) {
            assertThat(overdueOf(who)).as(who).contains(emergency).doesNotContain(urgent);
        }
        assertThat(staff.as("manager", () -> outcomes.overdue(100)).toString())
                .as("nothing clinical")
                .doesNotContain("Possible", "bladder", "E ·");
        var urgentDue = Objects.requireNonNull(flagsOf(urgent).getFirst().outcomeDueAt());
        var zone = ZoneId.of("America/Phoenix");
        assertThat(LocalDate.ofInstant(urgentDue, zone)).isEqualTo(care.today().plusDays(1));
        clock.set(urgentDue);
        assertThat(overdueOf("manager")).contains(emergency, urgent);

        refer(emergency, FlagStatus.EMERGENCY_REFERRED);
        assertThat(overdueOf("manager")).as("asked for just now").doesNotContain(emergency);
        assertThat(isOnHold(emergency)).isTrue();
        assertThat(told(emergency))
                .last()
                .isEqualTo("Red flag referral outcome requested: Referred as an emergency, chiropractor");
        clock.set(Objects.requireNonNull(flagsOf(emergency).getFirst().outcomeDueAt()));
        assertThat(overdueOf("chiropractor")).contains(emergency);
        care.decideAll(emergency);
        assertThat(overdueOf("chiropractor")).doesNotContain(emergency);
        assertThat(isOnHold(emergency)).isFalse();
    }

    @Test
    void aReferralOfAFlagThatIsNotAHoldNeedsNoOutcome() {
        var patient = care.patient("No Clock", group.west);
        care.raise(patient, group.west, "RF-CA-2");
        refer(patient, FlagStatus.REFERRED);
        assertThat(flagsOf(patient).getFirst().outcomeDueAt()).isNull();
    }

    @Test
    void databaseAndCodeAgreeOnWhichFlagsAreInForce() {
        for (var status : FlagStatus.values()) {
            for (var level : FlagLevel.values()) {
                var patient = care.patient("In Force", group.west);
                care.raise(patient, group.west, "RF-CA-2");
                jdbc.sql("update red_flag set status = ?, flag_level = ? where subject_id = ?")
                        .params(status.name(), level.name(), Ids.bytes(patient.value()))
                        .update();
                var listed = staff.as("chiropractor", () -> safety.openOf(List.of(patient), 10));
                assertThat(!listed.isEmpty()).as("%s %s", status, level).isEqualTo(status.isInForce(level));
            }
        }
    }

    @Test
    void aHeldTreatmentIsListedAtOnceForTheChiropractorAndTheManager() {
        var patient = care.patient("Treated Anyway", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        care.raise(patient, group.west, "RF-INF-1");
        refer(patient, FlagStatus.REFERRED);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.found("RF-CA-2")));
        assertThat(heldNotesOf("manager")).doesNotContain(note);
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(heldNotesOf("manager")).contains(note);
        assertThat(heldNotesOf("chiropractor")).contains(note);
        assertThat(staff.as("manager", () -> held.unseen(100)).toString())
                .as("nothing clinical")
                .doesNotContain("Possible", "Told the chiropractor");
        staff.doAs("manager", () -> held.see(note));
        assertThat(heldNotesOf("manager")).doesNotContain(note);
        assertThat(heldNotesOf("chiropractor")).as("each looks at it").contains(note);
        staff.doAs("chiropractor", () -> held.see(note));
        assertThat(heldNotesOf("chiropractor")).doesNotContain(note);
        assertThat(audited("hold.treated", patient)).isEqualTo(1);
        assertThat(audited("hold.treatment-seen", patient)).isEqualTo(2);
        assertThatThrownBy(() -> staff.doAs("manager", () -> held.see(NoteId.next())))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theAgeIsCalculatedAndRaisesAFlagOnlyWithAFullScreen() {
        var patient = care.patient("Over Seventy", group.west);
        jdbc.sql("update patient set birth_date = '1950-01-01' where id = ?")
                .param(Ids.bytes(patient.value()))
                .update();
        care.raise(patient, group.west, "RF-CA-2");
        assertThat(flagsOf(patient)).as("one question says nothing of the age").hasSize(1);
        care.decideAll(patient);
        care.raise(patient, group.west, "RF-FX-2a");
        assertThat(flagsOf(patient).getFirst().flag())
                .as("a minor fall at that age")
                .isEqualTo("Possible fragility fracture");
        assertThat(isOnHold(patient)).isTrue();
        care.decideAll(patient);
        var assessed = care.assessed("age");
        var confirmed = new TreeMap<>(Map.of(
                "THRUST_DEMINERALIZATION",
                TestCare.answered("THRUST_DEMINERALIZATION", Decision.CONFIRMED, ""),
                "DEEP_OSTEOPOROSIS",
                TestCare.answered("DEEP_OSTEOPOROSIS", Decision.CONFIRMED, "")));
        care.signIntake(
                patient,
                assessed.with(assessed.more()
                                .with(
                                        assessed.more().history(),
                                        confirmed,
                                        assessed.more().examination()))
                        .withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION));
        assertThat(flagsOf(patient).getFirst().flag()).isEqualTo("Possible fracture risk, age over 70");
        assertThat(flagsOf(patient).getFirst().isInForce()).isTrue();
        var screen =
                staff.as("chiropractor", () -> intake.findByPatient(patient)).getFirst();
        assertThat(staff.as("chiropractor", () -> intake.open(screen.id()))
                        .orElseThrow()
                        .draft()
                        .screen())
                .containsEntry("RF-FX-3c", ScreeningAnswer.YES)
                .containsEntry("RF-CA-3f", ScreeningAnswer.YES);
    }

    @Test
    void aDecisionUndoneWithinTenMinutesRestoresTheFlag() {
        var patient = care.patient("Wrong Button", group.west);
        care.raise(patient, group.west, "RF-CES-2");
        var raised = flagsOf(patient).getFirst();
        staff.doAs("chiropractor", () -> safety.acknowledge(raised.id(), raised.version()));
        refer(patient, FlagStatus.EMERGENCY_REFERRED);
        var referred = flagsOf(patient).getFirst();
        clock.pass(Duration.ofMinutes(1));
        care.decideAll(patient);
        assertThat(isOnHold(patient)).isFalse();
        clock.pass(Duration.ofMinutes(10));
        undo("chiropractor", patient);
        var again = flagsOf(patient).getFirst();
        assertThat(again).usingRecursiveComparison().ignoringFields("version").isEqualTo(referred);
        assertThat(again.acknowledged()).isNotNull();
        assertThat(again.outcomeDueAt()).isNotNull();
        assertThat(isOnHold(patient)).isTrue();
        assertThat(audited("flag.decision-undone", patient)).isEqualTo(1);
        assertThat(told(patient))
                .endsWith(
                        "Red flag decided: Cleared, chiropractor",
                        "Red flag decision undone: Back to referred as an emergency, chiropractor");
        assertThatThrownBy(() -> undo("chiropractor", patient))
                .as("once")
                .hasMessage("This flag has changed since the decision, which can no longer be undone");
    }

    @Test
    void undoingADecisionRestoresMonitoringOrTheUndecidedFlag() {
        var patient = care.patient("Undone Twice", group.west);
        care.raise(patient, group.west, "RF-CA-2");
        var raised = flagsOf(patient).getFirst();
        var until = care.today().plusDays(30);
        decide(patient, new FlagDecision(FlagStatus.MONITORED, "Watched until the next visit", until));
        undo("chiropractor", patient);
        assertThat(flagsOf(patient).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(raised);
        decide(patient, new FlagDecision(FlagStatus.MONITORED, "Watched until the next visit", until));
        refer(patient, FlagStatus.REFERRED);
        undo("chiropractor", patient);
        var monitored = flagsOf(patient).getFirst();
        assertThat(monitored.status()).isEqualTo(FlagStatus.MONITORED);
        assertThat(monitored.monitoredUntil()).isEqualTo(until);
        assertThat(monitored.reason()).isEqualTo("Watched until the next visit");
        assertThat(told(patient))
                .contains("Red flag decision undone: Back to monitored until Dec 24, 2026, chiropractor");
    }

    @Test
    void aDecisionCannotBeUndoneAfterTenMinutesByOthersOrAfterAChange() {
        var patient = care.patient("Stands", group.west);
        care.raise(patient, group.west, "RF-CES-2");
        refer(patient, FlagStatus.REFERRED);
        var flag = flagsOf(patient).getFirst();
        assertThat(lately(flag.id())).isTrue();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.undo(flag.id(), flag.version() - 1)))
                .isInstanceOf(StaleVersion.class);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(lately(flag.id())).isFalse();
        assertThatThrownBy(() -> undo("chiropractor", patient))
                .hasMessage("A decision can be undone for ten minutes; this one is older");
        var other = "undoer";
        var colleague = group.practitioner(other, Role.CHIROPRACTOR, Discipline.CHIROPRACTIC, group.west);
        group.book(colleague, patient, group.west, care.today().plusDays(20), LocalTime.NOON);
        refer(patient, FlagStatus.EMERGENCY_REFERRED);
        assertThatThrownBy(() -> undo(other, patient)).hasMessage("Only the person who decided can undo it");
        assertThat(flagsOf(patient).getFirst().status()).isEqualTo(FlagStatus.EMERGENCY_REFERRED);
        undo("chiropractor", patient);
        assertThat(flagsOf(patient).getFirst().status()).isEqualTo(FlagStatus.REFERRED);
    }

    @Test
    void clearingAFlagCannotBeUndoneOnceItWasRaisedAgain() {
        var patient = care.patient("Cleared And Raised", group.west);
        care.raise(patient, group.west, "RF-INF-1");
        care.decideAll(patient);
        var cleared = flagsOf(patient).getFirst();
        care.raise(patient, group.west, "RF-INF-1");
        assertThat(isOnHold(patient)).isTrue();
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> safety.undo(cleared.id(), cleared.version())))
                .isInstanceOf(Refused.class)
                .hasMessage("This red flag has been raised again since. Decide on the new one instead");
        assertThat(flagsOf(patient)).filteredOn(FlagDetails::isInForce).hasSize(1);
        assertThat(isOnHold(patient)).isTrue();
    }

    @Test
    void aDecisionCannotBeUndoneOnceMonitoringHasEnded() {
        var patient = care.patient("Rang Meanwhile", group.west);
        care.raise(patient, group.west, "RF-CA-2");
        clock.set(Instant.parse("2026-11-25T06:55:00Z"));
        decide(
                patient,
                new FlagDecision(
                        FlagStatus.MONITORED,
                        "Watched until the next visit",
                        care.today().plusDays(1)));
        clock.pass(Duration.ofMinutes(6));
        system.call(safety::raiseMonitoredAgain);
        assertThat(flagsOf(patient).getFirst().status()).isEqualTo(FlagStatus.RAISED);
        assertThatThrownBy(() -> undo("chiropractor", patient))
                .hasMessage("This flag has changed since the decision, which can no longer be undone");
    }

    @Test
    void aFlagWithoutATreatingChiropractorIsListedForTheClinicsChiropractors() {
        var patient = group.patient("Massage", "Alone", group.west);
        var appointment = care.bookMassage(patient, care.today(), null);
        assertThat(isOpen(patient)).isFalse();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.doAs("therapist", () -> screening.raise(note.asClinicalNote(), patient, group.west, YES));
        assertThat(rowOf(patient).flag()).isEqualTo("Possible infection");
        assertThat(audited("flag.chart-opened", patient)).isPositive();
        clock.pass(Duration.ofDays(200));
        care.decideAll(patient);
        clock.pass(Duration.ofMinutes(5));
        undo("chiropractor", patient);
        clock.pass(Duration.ofDays(31));
        assertThat(isOpen(patient)).as("it is to be decided again").isTrue();
        care.decideAll(patient);
        clock.pass(Duration.ofDays(30));
        assertThat(isOpen(patient)).isTrue();
        clock.pass(Duration.ofDays(1));
        assertThat(isOpen(patient)).isFalse();
    }

    /** The clinic is of this test alone: what others raise is not counted there. */
    @Test
    void aFlagWithoutATreatingChiropractorIsCountedForTheClinicsChiropractors() {
        var own = group.own("counted");
        var chiropractor = "counted" + own.manager();
        var id = group.account(chiropractor, Role.CHIROPRACTOR, own.id());
        staff.doAs(own.manager(), () -> practitioners.add(id, TestGroup.plain(own.id(), Discipline.CHIROPRACTIC)));
        var patient = group.patient("Counted", "Alone", group.west);
        care.bookMassage(patient, care.today(), null);
        assertThat(staff.as(chiropractor, this::flagsOnTheStartPage)).isZero();
        staff.doAs("therapist", () -> screening.raise(patient, own.id(), YES));
        assertThat(staff.as(chiropractor, this::flagsOnTheStartPage)).isOne();
    }

    /** Leads of the group are counted there too, for every chiropractor. */
    private long flagsOnTheStartPage() {
        return queue.count()
                - otherModules.stream().mapToLong(WaitingForReview::count).sum();
    }

    @Test
    void aFlagOpensNoChartToOthersWithATreatingChiropractorNorByBreakGlassAccess() {
        var theirs = care.patient("Looked After", group.west);
        care.raise(theirs, group.west, "RF-INF-1");
        assertThat(audited("flag.chart-opened", theirs)).isZero();
        var helper = group.practitioner("helper", Role.CHIROPRACTOR, Discipline.CHIROPRACTIC, group.west);
        var patient = group.patient("Covered", "For", group.west);
        care.asProven(
                "chiropractor",
                () -> breakGlass.open(
                        OperationId.next(),
                        patient,
                        new BreakGlassReason("Covering for a colleague who is away this afternoon")));
        care.raise(patient, group.west, "RF-INF-1");
        assertThat(reached(patient)).contains(helper).doesNotContain(group.chiropractor);
    }

    @Test
    void aFlagAtAClinicWithoutAChiropractorIsListedForItsManager() {
        var alone = group.clinic("nochiropractor", "America/Phoenix");
        group.account("nochiropractormanager", Role.MANAGER, alone);
        var patient = group.patient("Nobody", "Decides", group.west);
        care.bookMassage(patient, care.today(), null);
        staff.doAs("therapist", () -> screening.raise(patient, alone, YES));
        assertThat(isOpen(patient)).isFalse();
        assertThat(staff.as("nochiropractormanager", () -> unattended.waiting(10)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.patient()).isEqualTo(patient);
                    assertThat(row.patientName()).isEqualTo("Nobody Decides");
                    assertThat(row.toString()).as("nothing clinical").doesNotContain("Possible", "infection");
                });
        assertThat(staff.as("manager", () -> unattended.waiting(100)))
                .as("of another clinic, where a chiropractor works")
                .extracting(UnattendedFlag::patient)
                .doesNotContain(patient);
        group.book(group.chiropractor, patient, group.west, care.today().plusDays(33), LocalTime.of(3, 0));
        assertThat(staff.as("nochiropractormanager", () -> unattended.waiting(10)))
                .isEmpty();
    }

    private List<StaffId> reached(PatientId patient) {
        return jdbc.sql("select staff_id from patient_relation where patient_id = ? and reason = 'FLAG'")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> new StaffId(Ids.uuid(row.getBytes(1))))
                .list();
    }

    private boolean isOpen(PatientId patient) {
        return staff.as("chiropractor", () -> relations.scopeOf(patient).isClinical(patient));
    }

    private void undo(String who, PatientId patient) {
        var flag = flagsOf(patient).getFirst();
        staff.doAs(who, () -> safety.undo(flag.id(), flag.version()));
    }

    private boolean lately(FlagId flag) {
        return staff.as("chiropractor", () -> safety.decidedLately()).stream()
                .anyMatch(one -> one.flag().equals(flag));
    }

    private List<NoteId> heldNotesOf(String who) {
        return staff.as(who, () -> held.unseen(100)).stream()
                .map(HeldTreatmentRow::note)
                .toList();
    }

    private List<PatientId> overdueOf(String who) {
        return staff.as(who, () -> outcomes.overdue(100)).stream()
                .map(OverdueOutcome::patient)
                .toList();
    }

    private void refer(PatientId patient, FlagStatus referral) {
        decide(patient, new FlagDecision(referral, "Sent to the hospital, " + patient.value(), null));
    }

    private void decide(PatientId patient, FlagDecision decision) {
        var flag = flagsOf(patient).getFirst();
        staff.doAs("chiropractor", () -> safety.decide(flag.id(), flag.version(), decision));
    }

    private List<FlagDetails> flagsOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.findByPatient(patient));
    }

    private FlagRow rowOf(PatientId patient) {
        return staff.as("chiropractor", () -> safety.open(FlagFilter.ALL, null, 200)).stream()
                .filter(FlagRow.class::isInstance)
                .map(FlagRow.class::cast)
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
