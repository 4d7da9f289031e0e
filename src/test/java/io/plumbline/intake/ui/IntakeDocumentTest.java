package io.plumbline.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An intake note as a document: only signed, only for those who may read it, and each time on record. */
@StoreTest
class IntakeDocumentTest {
    @Autowired
    IntakeDocument document;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    IntakeService intake;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void aSignedNoteIsPrintedWithEverythingThatWasSigned() {
        var patient = care.treated("Assessed");
        var more = new IntakeMore(
                        "Lifted a box",
                        new TreeMap<>(Map.of(
                                "SITTING",
                                new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.IMPROVING))),
                        "Two small children",
                        "Desk",
                        "None",
                        "Wakes twice",
                        "Worried",
                        "Carry my daughter")
                .with(
                        new PatientHistory(
                                List.of(new Surgery("Appendix", LocalDate.of(2019, 2, 3))),
                                "Apixaban",
                                "Nuts",
                                new TreeMap<>(Map.of(HistoryFact.BLOOD_THINNERS, new Answer(true, "since May"))),
                                null,
                                "X-ray at home",
                                "Massage before"),
                        new TreeMap<>(Map.of(
                                "THRUST_BLEEDING",
                                TestCare.answered("THRUST_BLEEDING", Decision.CONFIRMED, ""),
                                "MODIFY_BLEEDING",
                                TestCare.answered("MODIFY_BLEEDING", Decision.NOT_SO, "Low dose"))),
                        new IntakeExamination(
                                IntakeExamination.PelvicTilt.ANTERIOR,
                                IntakeExamination.ShorterLeg.LEFT,
                                7,
                                "Leans",
                                List.of(new IntakeExamination.Motion("Flexion", null, 40)),
                                List.of(new IntakeExamination.Test(
                                        "Reflex",
                                        IntakeExamination.TestKind.NEUROLOGICAL,
                                        IntakeExamination.Side.RIGHT,
                                        "Weak"))));
        var note = care.signIntake(
                patient, care.assessed(TestCare.STRANGE).with(more).withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION));
        var paper = staff.as(
                "chiropractor",
                () -> Paper.of(renderer.render(document.print(note).orElseThrow())));
        assertThat(paper.text())
                .contains("Intake note")
                .contains("<b>\"O'Brien\"</b>")
                .contains("Signed by chiropractor")
                .contains("Chiropractic: ")
                .contains("Lifted a box", "Long sitting, severe, improving", "Two small children", "Desk")
                .contains("Current training", "Wakes twice", "Worried", "Carry my daughter")
                .contains(
                        "Appendix, Feb 3, 2019",
                        "Apixaban",
                        "Nuts",
                        "Takes blood thinners: yes, since May",
                        "X-ray at home")
                .contains("pelvic tilt anterior", "7 mm", "Flexion, 40°", "Reflex, neurological, right, Weak")
                .contains("Bleeding disorder or anticoagulants: confirmed", "ruled out, because Low dose")
                .contains("As it was signed");
        assertThat(care.auditOf("intake.printed", patient)).isOne();
        assertThat(staff.as("guesser", () -> document.print(note))).isEmpty();
        assertThat(care.auditOf("intake.printed", patient)).isOne();
    }

    @Test
    void anAmendedNoteIsPrintedWithVersionReasonAndWhatChangedAndTheEarlierOneSaysSo() {
        var patient = care.treated("Amended");
        var first = care.signIntake(patient, care.assessed("Left knee"));
        var second = staff.as("chiropractor", () -> intake.amend(first, TestCare.STRANGE));
        var version = staff.as("chiropractor", () -> intake.saveDraft(second, 0, care.assessed("Right knee")));
        care.asProven("chiropractor", () -> intake.sign(second, version));
        assertThat(printed(second))
                .contains("Version 2 (this one)", "<b>\"O'Brien\"</b>", "What version 2 changed")
                .contains("Complaint Left knee Right knee")
                .doesNotContain("Amended since");
        assertThat(printed(first))
                .contains("Amended since", "This version no longer counts", "Version 1 (this one)")
                .doesNotContain("What version 2 changed");
    }

    private String printed(IntakeId note) {
        return staff.as("chiropractor", () -> Paper.of(
                        renderer.render(document.print(note).orElseThrow()))
                .text());
    }

    @Test
    void aDraftIsNoDocument() {
        var patient = care.treated("Begun");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, "Sore"));
        assertThat(staff.as("chiropractor", () -> document.print(note))).isEmpty();
        assertThat(care.auditOf("intake.printed", patient)).isZero();
    }
}
