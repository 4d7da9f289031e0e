package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.Pain;
import io.plumbline.shared.Refused;
import io.plumbline.shared.signing.SigningCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What contradicts itself in an intake note is asked before it is signed, and nothing else is. */
class IntakeCheckTest {
    private static final IntakeExamination ALIGNED =
            new IntakeExamination(IntakeExamination.PelvicTilt.NEUTRAL, null, null, "", List.of(), List.of());

    @ParameterizedTest(name = "now {0}, worst {1}, average {2}, {3}, held {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        5, 7, 4, SUITABLE,              false, -
        5, 5, 5, SUITABLE,              false, -
        5, -, 8, SUITABLE,              false, -
        5, 3, -, SUITABLE,              false, WORST_BELOW_NOW
        2, 3, 8, SUITABLE,              false, AVERAGE_ABOVE_WORST
        5, 3, 8, SUITABLE,              true,  WORST_BELOW_NOW AVERAGE_ABOVE_WORST
        5, 7, 4, SUITABLE_WITH_CAUTION, false, -
        5, 7, 4, SUITABLE_WITH_CAUTION, true,  SUITABLE_WITH_CAUTION
        5, 7, 4, REFER,                 true,  -
        """)
    void onlyContradictionsRaiseASigningCheck(
            @Nullable Integer now,
            @Nullable Integer worst,
            @Nullable Integer average,
            IntakeOutcome outcome,
            boolean held,
            @Nullable String asked) {
        var draft = new IntakeDraft(
                        "Low back",
                        "",
                        Pain.of(now),
                        Pain.of(worst),
                        Pain.of(average),
                        List.of(),
                        Set.of(),
                        List.of(),
                        Map.of(),
                        true,
                        outcome,
                        IntakeMore.EMPTY)
                .with(IntakeMore.EMPTY.with(ALIGNED));
        assertThat(IntakeCheck.of(draft, held ? List.of("a red flag of level E, U or R") : List.of()))
                .extracting(SigningCheck::code)
                .containsExactly(asked == null ? new String[0] : asked.split(" "));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        SUITABLE,               SUITABLE_WITHOUT_ALIGNMENT
        SUITABLE_WITH_CAUTION,  SUITABLE_WITHOUT_ALIGNMENT
        REFER,                  -
        CHIROPRACTOR_TO_DECIDE, -
        """)
    void alignmentIsAskedBeforeAnyStrengthening(IntakeOutcome outcome, @Nullable String asked) {
        var draft = new IntakeDraft(
                "Low back",
                "",
                null,
                null,
                null,
                List.of(),
                Set.of(),
                List.of(),
                Map.of(),
                true,
                outcome,
                IntakeMore.EMPTY);
        assertThat(IntakeCheck.of(draft, List.of()))
                .extracting(SigningCheck::code)
                .containsExactly(asked == null ? new String[0] : new String[] {asked});
    }

    /** Today is November 24. */
    @ParameterizedTest(name = "flag {0}, {1}, surgery on {2}: {3} reasons")
    @CsvSource(nullValues = "-", textBlock = """
        false, -,                      -,          0
        true,  -,                      -,          1
        false, CONFIRMED,              -,          1
        false, NOT_SO,                 -,          0
        false, CHIROPRACTOR_TO_DECIDE, -,          0
        false, -,                      2025-11-25, 1
        false, -,                      2025-11-24, 0
        false, -,                      2026-11-24, 1
        true,  CONFIRMED,              2026-10-27, 3
        """)
    void whatStandsAgainstSuitableIsRefusedWithIt(
            boolean isFlagged, @Nullable Decision decision, @Nullable LocalDate surgery, int reasons) {
        var history = new PatientHistory(
                surgery == null ? List.of() : List.of(new Surgery("Discectomy", surgery)),
                "",
                "",
                new TreeMap<>(),
                null,
                "",
                "");
        var draft = IntakeDraft.of("Low back").with(IntakeMore.EMPTY.with(history, new TreeMap<>(), ALIGNED));
        var decided = decision == null
                ? List.<ContraindicationAnswer>of()
                : List.of(new ContraindicationAnswer("Blood thinners", decision, "Stopped", "1"));
        var cautions = IntakeCautions.of(draft, decided, isFlagged, LocalDate.of(2026, 11, 24));
        assertThat(cautions).hasSize(reasons);
        for (var outcome : IntakeOutcome.values()) {
            if (outcome == IntakeOutcome.SUITABLE && reasons > 0) {
                assertThatThrownBy(() -> IntakeCautions.requireHeeded(outcome, cautions))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining(String.join(", ", cautions));
            } else {
                IntakeCautions.requireHeeded(outcome, cautions);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(IntakeCheck.class)
    void everyCheckNamesItsSourceAndFitsItsColumn(IntakeCheck check) {
        assertThat(check.source()).isNotBlank();
        assertThat(check.name()).hasSizeLessThanOrEqualTo(32);
    }
}
