package io.plumbline.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.ui.IntakeComparison.Row;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.signing.RecordVersions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two versions of an intake note compared: every field that differs, in words; nothing else. */
class IntakeComparisonTest {
    private static final IntakeWords WORDS = new IntakeWords(
            new IntakeVocabulary(
                    "1", "test", List.of(new IntakeVocabulary.Term("SITTING", "Long sitting", null)), List.of()),
            new ScreeningRules(
                    "1", "test", null, List.of(question("RF-A", "Fever?"), question("RF-B", "Fall?")), null));

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
                    IntakeOutcome.SUITABLE)
            .with(new IntakeMore(
                    "Lifted a box",
                    new TreeMap<>(Map.of(
                            "SITTING", new FactorDetail(FactorDetail.Severity.SEVERE, FactorDetail.Status.OPEN))),
                    "Garden",
                    "Desk",
                    "Runs",
                    "Short",
                    "Low",
                    "Run again"));

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
        // the details of a factor are those of one that is chosen
        var before = RecordVersions.with(IntakeDraft.of(""), List.of("factors"), FULL);
        var isFactors = field.equals("factors");
        var without = isFactors ? IntakeDraft.of("") : before;
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
    void nothingDiffersBetweenTheSame() {
        assertThat(IntakeComparison.of(WORDS, FULL, FULL).rows()).isEmpty();
    }

    private static ScreeningRules.Rule question(String id, String words) {
        return new ScreeningRules.Rule(id, words, "", null, null, List.of(), null, null, null, null);
    }
}
