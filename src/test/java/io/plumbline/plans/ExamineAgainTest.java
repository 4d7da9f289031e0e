package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.TestKind;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.phases.PlanPhase;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import io.plumbline.taper.Frequency;
import io.plumbline.taper.PlannedService;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A patient who is worse is examined by a signed note of a chiropractor before anybody decides what follows. */
@StoreTest
class ExamineAgainTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PlanStepService steps;

    @Autowired
    IntakeService intake;

    @Autowired
    MeasureService measures;

    @Autowired
    MovableClock clock;

    @Test
    void whatFollowsIsDecidedAfterTheExamination() {
        var plan = worse(care.patient("Examined First", group.west));
        assertThat(outlook(plan).isExaminedNext()).isTrue();
        assertThat(outlook(plan).isExaminationMissing()).isTrue();
        refused(
                plan,
                ReevaluationDecision.CHANGE,
                "Examine the patient first. Missing: the note that Examine again begins");
        care.examine(plan);
        assertThat(outlook(plan).examination()).isEmpty();
        reevaluate(plan, ReevaluationDecision.CHANGE);
        assertThat(outlook(plan).isExaminedNext()).isFalse();
    }

    @Test
    void anIntakeNoteOfSomethingElseIsNoExaminationOfThePlan() {
        var patient = care.patient("Other Note", group.west);
        var plan = worse(patient);
        care.signIntake(patient, TestCare.examined(care.assessed("Shoulder")));
        refused(plan, ReevaluationDecision.CHANGE, "Examine the patient first.");
    }

    @Test
    void theCourseIsJudgedFromTheDayOfTheExaminationNotOfTheDecision() {
        var patient = care.patient("Decided Late", group.west);
        var plan = worse(patient);
        care.examine(plan);
        clock.pass(Duration.ofDays(2));
        care.signedNote(patient, 9);
        clock.pass(Duration.ofDays(3));
        care.signedNote(patient, 10);
        reevaluate(plan, ReevaluationDecision.CONTINUE);
        assertThat(outlook(plan).isExaminedNext())
                .as("the visits since then are worse still")
                .isTrue();
        assertThat(outlook(plan).isExaminationMissing()).as("by another note").isTrue();
    }

    @Test
    void careDoesNotGoOnAgainstTheOutcomeOfTheExamination() {
        var plan = worse(care.patient("To Be Referred", group.west));
        care.examine(plan, TestCare.examined(care.assessed("Worse")).withOutcome(IntakeOutcome.REFER));
        refused(plan, ReevaluationDecision.CONTINUE, "The examination does not find the patient suitable");
        reevaluate(plan, ReevaluationDecision.REFER);
    }

    @Test
    void theRegionIsExaminedAndWithNerveSignsTheNerves() {
        var plan = worse(care.patient("Nerve Signs", group.west));
        care.examine(plan, unexamined());
        assertThat(outlook(plan).examination()).containsExactly("a range of motion or a test of the region");
        care.examine(plan, radiating(unexamined()));
        assertThat(outlook(plan).examination())
                .containsExactly(
                        "a range of motion or a test of the region",
                        "a neurological test, since pain radiates or an area is numb or tingles");
        care.examine(plan, TestCare.examined(radiating(care.assessed("Worse"))));
        assertThat(outlook(plan).examination()).isEmpty();
    }

    @Test
    void onlyATestThatItsAuthorCallsNeurologicalExaminesTheNerves() {
        var plan = worse(care.patient("Orthopedic Test", group.west));
        for (var kind : new TestKind[] {TestKind.ORTHOPEDIC, null}) {
            care.examine(plan, tested(kind));
            assertThat(outlook(plan).examination())
                    .containsExactly("a neurological test, since pain radiates or an area is numb or tingles");
        }
        refused(plan, ReevaluationDecision.CHANGE, "Examine the patient first. Missing: a neurological test");
        care.examine(plan, tested(TestKind.NEUROLOGICAL));
        assertThat(outlook(plan).examination()).isEmpty();
    }

    private IntakeDraft unexamined() {
        var draft = care.assessed("Worse");
        return draft.with(draft.more()
                .with(new IntakeExamination(
                        IntakeExamination.PelvicTilt.NEUTRAL, null, null, "", List.of(), List.of())));
    }

    private IntakeDraft tested(@Nullable TestKind kind) {
        var draft = radiating(care.assessed("Worse"));
        var test = new IntakeExamination.Test("Reflex", kind, IntakeExamination.Side.LEFT, "Equal");
        return draft.with(draft.more()
                .with(new IntakeExamination(
                        IntakeExamination.PelvicTilt.NEUTRAL,
                        IntakeExamination.ShorterLeg.EQUAL,
                        null,
                        "",
                        List.of(),
                        List.of(test))));
    }

    @Test
    void onlyAPatientWhoIsWorseIsExaminedAgain() {
        var plan = care.activePlan(care.patient("Not Worse", group.west), "low back");
        assertThatThrownBy(() -> begin(plan)).isInstanceOf(Refused.class);
    }

    @Test
    void itBeginsWithWhatWasToldAndAsksAndFindsEverythingAgain() {
        var patient = care.patient("Told Before", group.west);
        var plan = worse(patient);
        var note = begin(plan);
        var draft =
                staff.as("chiropractor", () -> intake.open(note)).orElseThrow().draft();
        assertThat(draft.complaint()).isEqualTo("low back");
        assertThat(draft.factors()).containsExactly("SITTING");
        assertThat(draft.limitations())
                .singleElement()
                .matches(limitation -> limitation.activity().equals("Bending") && limitation.ability() == null);
        assertThat(draft.painNow()).isNull();
        assertThat(draft.areas()).isEmpty();
        assertThat(draft.screen()).isEmpty();
        assertThat(draft.consented()).isFalse();
        assertThat(draft.more().contraindications()).isEmpty();
        assertThat(begin(plan)).as("one note at a time").isEqualTo(note);
    }

    private IntakeId begin(PlanId plan) {
        return staff.as("chiropractor", () -> steps.beginExamination(plan, care.versionOf(plan)));
    }

    private static IntakeDraft radiating(IntakeDraft draft) {
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                draft.painWorst(),
                draft.painAverage(),
                List.of(new MarkedArea(
                        new BodyRegion("back-lumbar-left"), "", new Pain(5), new BodyRegion("back-hamstrings-left"))),
                draft.factors(),
                draft.limitations(),
                draft.screen(),
                draft.consented(),
                draft.outcome(),
                draft.more());
    }

    private PlanId worse(PatientId patient) {
        var weekly =
                new PlannedService(PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 10);
        var plan = care.activePlan(patient, "low back", group.west, care.today(), weekly);
        getsWorse(patient);
        return plan;
    }

    private void getsWorse(PatientId patient) {
        for (int pain : new int[] {3, 5, 7}) {
            care.signedNote(patient, pain);
            clock.pass(Duration.ofDays(7));
        }
        staff.doAs(
                "therapist",
                () -> measures.recordSigned(
                        patient, List.of(new ScoreDraft("NPRS_NOW", MeasureAnswers.score(7), care.today()))));
    }

    private void reevaluate(PlanId plan, ReevaluationDecision decided) {
        staff.doAs(
                "chiropractor", () -> steps.reevaluate(plan, care.versionOf(plan), decided, "Examined: no red flag"));
    }

    private void refused(PlanId plan, ReevaluationDecision decided, String message) {
        assertThatThrownBy(() -> reevaluate(plan, decided))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(message);
    }

    private Outlook outlook(PlanId plan) {
        return staff.as("chiropractor", () -> steps.open(plan)).orElseThrow().outlook();
    }
}
