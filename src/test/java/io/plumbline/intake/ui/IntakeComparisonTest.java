package io.plumbline.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.PublishedForm;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.forms.VisitKind;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.intake.IntakeExamination.Side;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.SaidByPatient;
import io.plumbline.intake.ui.IntakeComparison.Row;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.signing.RecordVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions of an intake note compared: every field that differs, in words; nothing else. */
class IntakeComparisonTest {
    private static final UUID FORM = new UUID(1, 2);

    private static final FormQuestion PAPER = new FormQuestion(
            "paper", QuestionKind.YES_NO, "On paper?", "", List.of(), null, null, false, QuestionAudience.CLINICIANS);

    private static final IntakeWords WORDS = new IntakeWords(
            new IntakeVocabulary(
                    "1", "test", List.of(new IntakeVocabulary.Term("SITTING", "Long sitting", null)), List.of()),
            new ScreeningRules("1", "test", null, List.of(question("RF-A", "Fever?"), question("RF-B", "Fall?")), null),
            List.of(new PublishedForm(
                    FORM,
                    FormId.next(),
                    1,
                    new FormContent(
                            "Own", null, VisitKind.FIRST, List.of(new FormSection("Around", List.of(PAPER)))))));

    /** A note in which every field says something. */
    private static final IntakeDraft FULL = new IntakeDraft(
                    "Lower back",
                    "Since May",
                    new Pain(5),
                    new Pain(7),
                    new Pain(4),
                    List.of(new MarkedArea(new BodyRegion("back-sacrum"), "ache", new Pain(5), null)),
                    Set.of("SITTING"),
                    List.of(new Limitation("Bending", 4)),
                    Map.of("RF-A", ScreeningAnswer.YES),
                    true,
                    IntakeOutcome.SUITABLE,
                    IntakeMore.EMPTY)
            .with(new IntakeMore(
                    "Lifted a box",
                    new TreeMap<>(Map.of(
                            "SITTING", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN))),
                    "Garden",
                    "Desk",
                    "Runs",
                    "Short",
                    "Low",
                    "Run again",
                    new PatientHistory(
                            List.of(new Surgery("Hip", LocalDate.of(2020, 2, 29))),
                            "Apixaban",
                            "Nuts",
                            new TreeMap<>(Map.of(HistoryFact.PREGNANCY, new Answer(true, ""))),
                            12,
                            "X-ray",
                            "Massage"),
                    new TreeMap<>(Map.of(
                            "SITE_SKIN", new ContraindicationAnswer("Open wound", Decision.NOT_SO, "Healed", "1"))),
                    new IntakeExamination(
                            PelvicTilt.ANTERIOR,
                            ShorterLeg.LEFT,
                            7,
                            "Leans",
                            List.of(new Motion("Flexion", null, 40)),
                            List.of(new IntakeExamination.Test("Reflex", null, Side.LEFT, "Weak"))),
                    List.of(new FormAnswers(FORM, new TreeMap<>(Map.of("paper", FormQuestion.YES)))),
                    new AgreedText(new UUID(1, 2), 1, ConsentLanguage.ENGLISH)));

    /** Of these, others are details. */
    private static final Set<String> WHOLES = Set.of("factors", "historyAnswers", "shorterLeg", "consented");

    static Stream<String> everyField() {
        return RecordVersions.values(FULL).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void everyFieldOfTheNoteIsCompared(String field) {
        assertThat(RecordVersions.values(FULL).get(field))
                .as("fill in the new field above")
                .isNotNull()
                .isNotEqualTo("")
                .isNotEqualTo(List.of())
                .isNotEqualTo(Map.of());
        var wholes = WHOLES.stream().filter(whole -> !whole.equals(field)).toList();
        var without = RecordVersions.with(IntakeDraft.of(""), wholes, FULL);
        var with = RecordVersions.with(without, List.of(field), FULL);
        assertThat(IntakeComparison.of(WORDS, without, with).rows()).as(field).hasSize(1);
    }

    @Test
    void aFieldThatDiffersSaysWhatEachVersionHas() {
        var before = IntakeDraft.told("Back", "", Map.of());
        var after = IntakeDraft.told("Lower back", "", Map.of());
        assertThat(IntakeComparison.of(WORDS, before, after).rows())
                .containsExactly(new Row("Complaint", "Back", "Lower back"));
    }

    @Test
    void anAnswerToTheClinicsOwnQuestionIsComparedByItsLabel() {
        var before = FULL.with(
                FULL.more().withForms(List.of(new FormAnswers(FORM, new TreeMap<>(Map.of("paper", FormQuestion.NO))))));
        assertThat(IntakeComparison.of(WORDS, before, FULL).rows())
                .containsExactly(new Row("Around: On paper?", "No", "Yes"));
    }

    @Test
    void theScreenIsComparedQuestionByQuestion() {
        var before = IntakeDraft.told("", "", Map.of("RF-A", ScreeningAnswer.YES));
        var after = IntakeDraft.told("", "", Map.of("RF-A", ScreeningAnswer.NO, "RF-B", ScreeningAnswer.NO));
        assertThat(IntakeComparison.of(WORDS, before, after).rows())
                .containsExactly(new Row("Fever?", "Yes", "No"), new Row("Fall?", "Not asked", "No"));
    }

    @Test
    void anAnswerToAQuestionThatIsNoLongerAskedStillDiffers() {
        var before = IntakeDraft.told("", "", Map.of("RF-OLD", ScreeningAnswer.YES));
        assertThat(IntakeComparison.of(WORDS, before, IntakeDraft.of("")).rows())
                .containsExactly(new Row("RF-OLD", "Yes", "Not asked"));
    }

    @Test
    void aSurgeryInAnotherYearDiffers() {
        var before = surgery(LocalDate.of(2024, 6, 1));
        var after = surgery(LocalDate.of(2025, 6, 1));
        assertThat(IntakeComparison.of(WORDS, before, after).rows())
                .singleElement()
                .matches(row -> row.field().equals("Surgery"))
                .matches(row -> row.before().contains("2024"))
                .matches(row -> row.after().contains("2025"));
    }

    @Test
    void whatThePatientWouldRatherNotSayOfTheHistoryIsARow() {
        var said = new SaidByPatient(
                Instant.EPOCH, IntakeDraft.of(""), Set.of(), Set.of(HistoryFact.IMPLANTS, HistoryFact.SKIN), true);
        var wrote = history(new PatientHistory(
                List.of(),
                "",
                "",
                new TreeMap<>(Map.of(HistoryFact.SKIN, new Answer(true, "left arm"))),
                null,
                "",
                ""));
        assertThat(IntakeComparison.withPatient(WORDS, said, wrote).rows())
                .contains(
                        new Row("Implants", "Rather not say", "Not asked"),
                        new Row("Open wound, burn or skin infection", "Rather not say", "Yes, left arm"));
    }

    private static IntakeDraft surgery(LocalDate on) {
        return history(new PatientHistory(List.of(new Surgery("Knee", on)), "", "", new TreeMap<>(), null, "", ""));
    }

    private static IntakeDraft history(PatientHistory history) {
        return IntakeDraft.of("").with(IntakeMore.EMPTY.with(history, new TreeMap<>(), IntakeMore.EMPTY.examination()));
    }

    @Test
    void nothingDiffersBetweenTheSame() {
        assertThat(IntakeComparison.of(WORDS, FULL, FULL).rows()).isEmpty();
    }

    private static ScreeningRules.Rule question(String id, String words) {
        return new ScreeningRules.Rule(id, words, "", null, null, List.of(), null, null, null, null);
    }
}
