package io.plumbline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may conclude an intake note how: a finding of level E, U or R and a referral are a chiropractor's. */
class IntakeScopeTest {
    @ParameterizedTest(name = "{0}, flagged {1}: {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
        chiropractor | no  | SUITABLE               | allowed
        chiropractor | no  | SUITABLE_WITH_CAUTION  | allowed
        chiropractor | no  | REFER                  | allowed
        chiropractor | no  | CHIROPRACTOR_TO_DECIDE | refused
        chiropractor | yes | SUITABLE               | allowed
        chiropractor | yes | REFER                  | allowed
        therapist    | no  | SUITABLE               | allowed
        therapist    | no  | SUITABLE_WITH_CAUTION  | allowed
        therapist    | no  | REFER                  | refused
        therapist    | no  | CHIROPRACTOR_TO_DECIDE | allowed
        therapist    | yes | SUITABLE               | refused
        therapist    | yes | SUITABLE_WITH_CAUTION  | refused
        therapist    | yes | REFER                  | refused
        therapist    | yes | CHIROPRACTOR_TO_DECIDE | allowed
        """)
    void anOutcomeIsWithinTheScopeOfItsAuthor(String author, String flagged, IntakeOutcome outcome, String result) {
        var mayConclude = author.equals("chiropractor");
        var isFlagged = flagged.equals("yes");
        if (result.equals("allowed")) {
            assertThatCode(() -> IntakeScope.requireWithin(mayConclude, outcome, isFlagged))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> IntakeScope.requireWithin(mayConclude, outcome, isFlagged))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void everyOutcomeIsOfferedToSomebody() {
        assertThat(IntakeScope.outcomes(true)).allMatch(IntakeOutcome::isConclusion);
        assertThat(IntakeOutcome.values())
                .allMatch(outcome -> IntakeScope.outcomes(true).contains(outcome)
                        || IntakeScope.outcomes(false).contains(outcome));
    }
}
