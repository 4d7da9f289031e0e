package io.plumbline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.phases.ReevaluationDecision;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.util.List;
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
        var patient = care.patient("Examined First", group.west);
        var plan = worse(patient);
        assertThat(outlook(plan).isExaminedNext()).isTrue();
        assertThat(outlook(plan).isExaminationMissing()).isTrue();
        assertThatThrownBy(() -> reevaluate(plan))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Examine the patient first. Missing: an intake note that a chiropractor signs");
        care.examine(patient);
        assertThat(outlook(plan).examination()).isEmpty();
        reevaluate(plan);
        assertThat(outlook(plan).isExaminedNext()).isFalse();
    }

    @Test
    void anExaminationBeforeThePatientWasWorseDoesNotCount() {
        var patient = care.patient("Examined Before", group.west);
        var plan = care.activePlan(patient, "low back");
        care.examine(patient);
        clock.pass(Duration.ofDays(1));
        getsWorse(patient);
        assertThatThrownBy(() -> reevaluate(plan)).isInstanceOf(Refused.class);
    }

    @Test
    void theRegionIsExaminedAndWithNerveSignsTheNerves() {
        var patient = care.patient("Nerve Signs", group.west);
        var plan = worse(patient);
        care.signIntake(patient, care.assessed("Worse"));
        assertThat(outlook(plan).examination()).containsExactly("a range of motion or a test of the region");
        clock.pass(Duration.ofMinutes(1));
        care.signIntake(patient, radiating(care.assessed("Worse")));
        assertThat(outlook(plan).examination())
                .containsExactly(
                        "a range of motion or a test of the region",
                        "a neurological test, since pain radiates or an area is numb or tingles");
        clock.pass(Duration.ofMinutes(1));
        care.signIntake(patient, TestCare.examined(radiating(care.assessed("Worse"))));
        assertThat(outlook(plan).examination()).isEmpty();
    }

    @Test
    void itBeginsWithWhatWasToldAndAsksAndFindsEverythingAgain() {
        var patient = care.patient("Told Before", group.west);
        worse(patient);
        var note = staff.as("chiropractor", () -> intake.beginExamination(patient, group.west, "Low back"));
        var draft =
                staff.as("chiropractor", () -> intake.open(note)).orElseThrow().draft();
        assertThat(draft.complaint()).isEqualTo("Low back");
        assertThat(draft.factors()).containsExactly("SITTING");
        assertThat(draft.limitations())
                .singleElement()
                .matches(limitation -> limitation.activity().equals("Bending") && limitation.ability() == null);
        assertThat(draft.painNow()).isNull();
        assertThat(draft.areas()).isEmpty();
        assertThat(draft.screen()).isEmpty();
        assertThat(draft.consented()).isFalse();
        assertThat(draft.more().contraindications()).isEmpty();
        assertThat(staff.as("chiropractor", () -> intake.beginExamination(patient, group.west, "Low back")))
                .as("one note at a time")
                .isEqualTo(note);
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
        var plan = care.activePlan(patient, "low back");
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

    private void reevaluate(PlanId plan) {
        staff.doAs(
                "chiropractor",
                () -> steps.reevaluate(
                        plan,
                        care.versionOf(plan),
                        ReevaluationDecision.CHANGE,
                        "Examined: no red flag; exercise added"));
    }

    private Outlook outlook(PlanId plan) {
        return staff.as("chiropractor", () -> steps.open(plan)).orElseThrow().outlook();
    }
}
