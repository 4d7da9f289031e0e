package io.plumbline.intake;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.charts.ChartService;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.SinceLastSeen;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Intake notes: what is kept, who signs, what a signature raises. */
@StoreTest
@Tag("core")
@OnMySql("triggers of MySQL lock a signed intake note and its rows")
class IntakeServiceTest {
    private static final String LOCKED = "Signed: it is corrected by an addition, never changed";

    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    PatientService patients;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    IntakeService intake;

    @Autowired
    ChartService charts;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    MeasureService measures;

    @Autowired
    PlanService plans;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Statements statements;

    @Test
    void aSignedIntakeNoteIsTheFirstScoreOfPainAndOfTheActivitiesThatItRates() {
        var patient = care.treated("Baseline");
        care.signIntake(patient, care.assessed("Low back pain"));
        var assessed = care.assessed("Low back pain");
        var history = staff.as(
                "therapist",
                () -> measures.findByPatient(patients.details(patient).orElseThrow()));
        assertThat(history).extracting(course -> course.measure().code()).containsExactly("NPRS_NOW", "PSFS");
        assertThat(history.getFirst().baseline().result().score().intValue())
                .isEqualTo(Objects.requireNonNull(assessed.painNow()).score());
        assertThat(history.getLast().baseline().result().answers().activityNames())
                .containsExactlyInAnyOrderElementsOf(assessed.limitations().stream()
                        .map(Limitation::activity)
                        .toList());
    }

    @Test
    void anIntakeNoteIsReadBackAsEnteredCompleteOrNot() {
        var patient = care.treated("Typed");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var half = new IntakeDraft(
                        TestCare.STRANGE,
                        "half typ",
                        new Pain(0),
                        null,
                        new Pain(10),
                        List.of(
                                new MarkedArea(LUMBAR, TestCare.STRANGE, null, new BodyRegion("back-glute-left")),
                                new MarkedArea(new BodyRegion("back-sacrum"), "", new Pain(3), null)),
                        Set.of("STRESS", "SITTING"),
                        List.of(new Limitation(TestCare.STRANGE, null), new Limitation("Bending", 0)),
                        Map.of("RF-CES-1", ScreeningAnswer.NO, "RF-FX-3", ScreeningAnswer.NOT_ASKED),
                        false,
                        null,
                        IntakeMore.EMPTY)
                .with(new IntakeMore(
                        TestCare.STRANGE,
                        new TreeMap<>(Map.of(
                                "STRESS",
                                new FactorDetail(FactorDetail.Severity.MILD, null),
                                "SITTING",
                                FactorDetail.NONE)),
                        "",
                        "Desk, eight hours",
                        "",
                        "Wakes twice",
                        "",
                        TestCare.STRANGE));
        staff.as("chiropractor", () -> intake.saveDraft(note, 0, half));
        var read = staff.as("therapist", () -> intake.open(note)).orElseThrow();
        assertThat(read.draft()).isEqualTo(half);
        assertThat(read.draft().screen()).containsOnlyKeys("RF-CES-1");
        assertThat(read.draft().more().factorDetails()).containsOnlyKeys("STRESS");
        var empty = IntakeDraft.of("");
        staff.as("chiropractor", () -> intake.saveDraft(note, read.version(), empty));
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().draft())
                .isEqualTo(empty);
    }

    @Test
    void aSaveReadsNoPartThatStaysAsItIs() {
        var patient = care.treated("Saves Often");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var said = care.assessed("Low back pain");
        var worse = care.assessed("Low back pain, worse");
        staff.doAs("chiropractor", () -> {
            var first = intake.saveDraft(note, 0, said);
            var asked = statements.of(() -> intake.saveDraft(note, first, worse));
            assertThat(asked)
                    .as("the note with why its author may see the patient, and the change")
                    .hasSize(2);
        });
        var changed = new IntakeDraft(
                "Low back pain",
                "",
                new Pain(2),
                null,
                null,
                List.of(new MarkedArea(LUMBAR, "sharp", new Pain(3), null)),
                said.factors(),
                List.of(new Limitation("Bending", 1)),
                Map.of("RF-CES-1", ScreeningAnswer.NO),
                true,
                null,
                IntakeMore.EMPTY);
        staff.as("chiropractor", () -> intake.saveDraft(note, 2, changed));
        assertThat(staff.as("chiropractor", () -> intake.open(note))
                        .orElseThrow()
                        .draft())
                .isEqualTo(changed);
        staff.as("chiropractor", () -> intake.saveDraft(note, 3, said));
        assertThat(staff.as("chiropractor", () -> intake.open(note))
                        .orElseThrow()
                        .draft())
                .isEqualTo(said);
        assertThat(jdbc.sql("select detail from audit_event where kind = 'intake.written' and subject = ? order by id")
                        .param(Ids.bytes(note.value()))
                        .query(String.class)
                        .list())
                .satisfies(details ->
                        assertThat(details.get(1)).contains("complaint").doesNotContain("areas"))
                .satisfies(details -> assertThat(details.get(2)).contains("areas", "limitations", "screen"));
    }

    @Test
    void aStaleSaveOfAnIntakeNoteIsRefused() {
        var patient = care.treated("Stale");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, "first"));
        staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("second")));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("stale"))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> care.asProven("chiropractor", () -> intake.sign(note, 0)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void signingAnIntakeNoteNeedsProofOfIdentity() {
        var patient = care.treated("Proof");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, care.assessed("back")));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> intake.sign(note, version)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> identity.prove("guess")))
                .isInstanceOf(Refused.class);
        care.asProven("chiropractor", () -> intake.sign(note, version));
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().status())
                .isEqualTo(IntakeStatus.SIGNED);
    }

    @Test
    void signingAnIntakeNoteRaisesItsRedFlagsAndTheClinicalHold() {
        var patient = care.treated("Found");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var draft = TestCare.withOutcome(
                TestCare.withScreen(care.assessed("back"), "RF-CES-2", ScreeningAnswer.YES),
                IntakeOutcome.SUITABLE_WITH_CAUTION);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, draft));
        assertThat(care.isOnHold(patient)).isFalse();
        care.asProven("chiropractor", () -> AnsweredChecks.sign(intake, note, version));
        assertThat(care.isOnHold(patient)).isTrue();
        assertThat(staff.as("therapist", () -> safety.findByPatient(patient))).hasSize(1);
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var planVersion = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, care.weekly("held")));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, planVersion, TestCare.AGREED)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Clinical hold");
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.DRAFT);
        care.decideAll(patient);
        staff.doAs("chiropractor", () -> AnsweredChecks.activate(plans, plan, planVersion, TestCare.AGREED));
        assertThat(care.details(plan).status()).isEqualTo(PlanStatus.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update intake_note set complaint = 'other' where id = :id",
                "update intake_note set more = '{}' where id = :id",
                "delete from intake_note where id = :id",
                "update intake_note_area set quality = 'other' where note_id = :id",
                "delete from intake_note_area where note_id = :id",
                "insert into intake_note_area (note_id, position, region, quality) values (:id, 9, 'back-sacrum', '')",
                "update intake_note_factor set factor = 'STRESS' where note_id = :id",
                "delete from intake_note_factor where note_id = :id",
                "insert into intake_note_factor (note_id, position, factor) values (:id, 9, 'STRESS')",
                "update intake_note_limitation set ability = 9 where note_id = :id",
                "delete from intake_note_limitation where note_id = :id",
                "insert into intake_note_limitation (note_id, position, activity) values (:id, 9, 'x')",
                "update intake_note_answer set answer = 'YES' where note_id = :id",
                "delete from intake_note_answer where note_id = :id",
                "insert into intake_note_answer (note_id, rule_id, answer) values (:id, 'RF-X', 'YES')",
                "update intake_note_check set answer = 'other' where note_id = :id",
                "delete from intake_note_check where note_id = :id",
                "insert into intake_note_check (note_id, position, code, question, answer) values (:id, 9, 'X', 'x', 'x')"
            })
    void theStoreItselfLocksASignedIntakeNoteAndItsRows(String tampering) {
        var patient = care.treated("Locked Intake");
        var note = signIntake(patient, care.assessed("back"), "Told again, she is sure");
        assertThatThrownBy(() -> tamper(tampering, note))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .containsAnyOf(LOCKED, "DELETE command denied");
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().draft())
                .isEqualTo(withWorst(care.assessed("back"), 3));
    }

    @Test
    void aSuitableOutcomeWithAnOpenUrgentFlagIsNotSigned() {
        var patient = care.treated("Suitable");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var found = TestCare.withScreen(care.assessed("back"), "RF-CES-1", ScreeningAnswer.YES)
                .withOutcome(IntakeOutcome.SUITABLE);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, found));
        care.asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(note, version))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“Suitable” does not fit a red flag of level E, U or R"));
        assertThat(care.isOnHold(patient)).as("nothing happened yet").isFalse();
        var referred = staff.as(
                "chiropractor",
                () -> intake.saveDraft(note, version, TestCare.withOutcome(found, IntakeOutcome.REFER)));
        care.asProven("chiropractor", () -> intake.sign(note, referred));
        assertThat(care.isOnHold(patient)).isTrue();
        var held = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var nothingNew = staff.as("chiropractor", () -> intake.saveDraft(held, 0, care.assessed("back")));
        care.asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(held, nothingNew))
                .as("the flag of the first note is open still")
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“Suitable” does not fit"));
    }

    @Test
    void aSuitableOutcomeIsNotSignedWhenCombinedFlagsWouldCauseAHold() {
        var patient = care.treated("Together");
        staff.doAs("therapist", () -> screening.raise(patient, group.west, Map.of("RF-CA-2", ScreeningAnswer.YES)));
        assertThat(care.isOnHold(patient)).isFalse();
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var found = TestCare.withScreen(
                        TestCare.withScreen(care.assessed("back"), "RF-CA-2", ScreeningAnswer.NOT_ASKED),
                        "RF-CA-1a",
                        ScreeningAnswer.YES)
                .withOutcome(IntakeOutcome.SUITABLE);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, found));
        care.asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(note, version))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("“Suitable” does not fit a red flag of level E, U or R"));
        var referred = staff.as(
                "chiropractor",
                () -> intake.saveDraft(note, version, TestCare.withOutcome(found, IntakeOutcome.REFER)));
        care.asProven("chiropractor", () -> intake.sign(note, referred));
        assertThat(care.isOnHold(patient)).isTrue();
    }

    @Test
    void anIntakeNoteSignedEarlyCompletesItsAssessmentOnceThePatientIsCheckedIn() {
        var patient = care.treated("Early");
        var assessment = assessmentAt(patient, LocalTime.of(14, 0));
        care.signIntake(patient, care.assessed("back"));
        assertThat(statusOf(assessment)).as("a visit that is still ahead").isEqualTo("BOOKED");
        staff.doAs("manager", () -> {
            var version = appointments.find(assessment).orElseThrow().row().version();
            appointments.mark(assessment, version, AppointmentStatus.ARRIVED);
        });
        care.signIntake(patient, care.assessed("again"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    @Test
    void anIntakeNoteSignedMinutesEarlyCompletesItsAssessmentWithoutCheckIn() {
        var patient = care.treated("Minutes Early");
        var assessment = assessmentAt(patient, LocalTime.of(10, 10));
        care.signIntake(patient, care.assessed("back"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    /** Books an assessment on a day of its own, and makes it ten o'clock of that day. */
    private AppointmentId assessmentAt(PatientId patient, LocalTime at) {
        var day = care.emptyDay();
        var assessment = staff.as(
                "manager",
                () -> schedule.book(
                        new Booking(group.west, group.chiropractor, patient, AppointmentType.ASSESSMENT, day, at, 10)));
        clock.pass(Duration.ofDays(ChronoUnit.DAYS.between(care.today(), day)));
        return assessment;
    }

    @Test
    void signingAnIntakeNoteCompletesItsAssessmentAndCountsAsSeeingThePatient() {
        var patient = care.treated("Assessed");
        var assessment = care.book(AppointmentType.ASSESSMENT, group.chiropractor, patient, care.today());
        care.signIntake(patient, care.assessed("back"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
        var opened = staff.as("chiropractor", () -> patients.open(patient)).orElseThrow();
        var timeline = staff.as("chiropractor", () -> timelines
                .orderedStream()
                .flatMap(one -> one.findEntries(opened).stream())
                .toList());
        assertThat(SinceLastSeen.of(timeline, clock.instant())
                        .orElseThrow()
                        .last()
                        .what())
                .isEqualTo("Intake note signed");
        clock.pass(Duration.ofMinutes(1));
        care.signIntake(patient, care.assessed("again"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    private String statusOf(AppointmentId appointment) {
        return jdbc.sql("select status from appointment where id = ?")
                .param(Ids.bytes(appointment.value()))
                .query(String.class)
                .single();
    }

    @Test
    void theBodyChartsOfThePatientsSignedNotesAreReadNewestFirst() {
        var patient = care.treated("Charted");
        var first = care.signIntake(patient, care.assessed("back"));
        clock.pass(Duration.ofDays(1));
        var second = care.signIntake(patient, care.assessed("again"));
        staff.as("chiropractor", () -> intake.begin(patient, group.west, "a draft"));
        var charted = staff.as(
                "therapist", () -> charts.areasOf(patients.details(patient).orElseThrow()));
        assertThat(charted).extracting(ChartedAreas::note).containsExactly(second, first);
        assertThat(charted)
                .extracting(ChartedAreas::areas)
                .containsOnly(care.assessed("back").areas());
        assertThatThrownBy(() -> staff.as(
                        "westdesk",
                        () -> charts.areasOf(patients.details(patient).orElseThrow())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void tamper(String sql, IntakeId note) {
        jdbc.sql(sql).param("id", Ids.bytes(note.value())).update();
    }

    /** Signs an intake note of which the worst pain is below pain now, with an answer to that. */
    private IntakeId signIntake(PatientId patient, IntakeDraft draft, String answer) {
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, withWorst(draft, 3)));
        var check =
                new SigningCheck("WORST_BELOW_NOW", "The worst pain of the past 7 days is 3, below pain now, 5. Why?");
        care.asProven("chiropractor", () -> {
            assertThatThrownBy(() -> intake.sign(note, version))
                    .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> assertThat(asked.checks())
                            .containsExactly(check));
            intake.sign(note, version, List.of(check.answered(answer)));
        });
        return note;
    }

    private static IntakeDraft withWorst(IntakeDraft draft, int worst) {
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                new Pain(worst),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                draft.screen(),
                draft.consented(),
                draft.outcome(),
                draft.more());
    }
}
