package io.plumbline.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.Limitation;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.shared.Pain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each section of the intake form says how far it is filled in. */
class IntakeProgressTest {
    private static final ScreeningRules RULES =
            new ScreeningRules("1", "test", null, List.of(question("RF-A"), question("RF-B"), question("RF-C")), null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0 | 9 | Not begun
        3 | 9 | 3 of 9 complete
        9 | 9 | Complete
        0 | 1 | Not begun
        1 | 1 | Complete
        0 | 0 | None
        """)
    void theStateIsSaidInWords(int done, int all, String label) {
        assertThat(new IntakeProgress(done, all).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        COMPLAINT   | 3 | 6
        AREAS       | 0 | 1
        FACTORS     | 1 | 4
        LIMITATIONS | 1 | 1
        HISTORY     | 2 | 11
        DAILY_LIFE  | 2 | 6
        ALIGNMENT   | 1 | 3
        EXAMINATION | 1 | 1
        SCREEN      | 2 | 3
        OUTCOME     | 1 | 2
        """)
    void aPartCountsItsFields(IntakePart part, int done, int all) {
        assertThat(IntakeProgress.of(part, half(), RULES)).isEqualTo(new IntakeProgress(done, all));
    }

    @Test
    void anEmptyNoteHasBegunNothing() {
        for (var part : IntakePart.values()) {
            assertThat(IntakeProgress.of(part, IntakeDraft.of(""), RULES).label())
                    .as(part.title())
                    .isEqualTo("Not begun");
        }
    }

    private static IntakeDraft half() {
        return new IntakeDraft(
                        "Back",
                        "",
                        new Pain(0),
                        null,
                        null,
                        List.of(),
                        Set.of("SITTING", "STRESS"),
                        List.of(new Limitation("Bending", null)),
                        Map.of(
                                "RF-A",
                                ScreeningAnswer.NO,
                                "RF-B",
                                ScreeningAnswer.YES,
                                "RF-C",
                                ScreeningAnswer.NOT_ASKED),
                        true,
                        null,
                        IntakeMore.EMPTY)
                .with(new IntakeMore(
                                "Lifted",
                                new TreeMap<>(Map.of("STRESS", new FactorDetail(FactorDetail.Severity.MILD, null))),
                                "",
                                "Desk",
                                "",
                                "",
                                "",
                                "Run again")
                        .with(
                                new PatientHistory(
                                        List.of(),
                                        "Apixaban",
                                        "",
                                        new TreeMap<>(Map.of(HistoryFact.SKIN, new Answer(false, ""))),
                                        null,
                                        "",
                                        ""),
                                new TreeMap<>(),
                                new IntakeExamination(
                                        PelvicTilt.NEUTRAL,
                                        null,
                                        null,
                                        "",
                                        List.of(new Motion("Flexion", null, 40)),
                                        List.of())));
    }

    private static ScreeningRules.Rule question(String id) {
        return new ScreeningRules.Rule(id, "Asked?", "", null, null, List.of(), null, null, null, null);
    }
}
