package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.Pain;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        5, 3, 8, SUITABLE,              true,  WORST_BELOW_NOW AVERAGE_ABOVE_WORST SUITABLE_WITH_OPEN_FLAG
        5, 7, 4, SUITABLE,              true,  SUITABLE_WITH_OPEN_FLAG
        5, 7, 4, SUITABLE_WITH_CAUTION, true,  -
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
                        outcome)
                .with(IntakeMore.EMPTY.with(ALIGNED));
        assertThat(IntakeCheck.of(draft, held))
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
                "Low back", "", null, null, null, List.of(), Set.of(), List.of(), Map.of(), true, outcome);
        assertThat(IntakeCheck.of(draft, false))
                .extracting(SigningCheck::code)
                .containsExactly(asked == null ? new String[0] : new String[] {asked});
    }

    @ParameterizedTest
    @EnumSource(IntakeCheck.class)
    void everyCheckNamesItsSourceAndFitsItsColumn(IntakeCheck check) {
        assertThat(check.source()).isNotBlank();
        assertThat(check.name()).hasSizeLessThanOrEqualTo(32);
    }
}
