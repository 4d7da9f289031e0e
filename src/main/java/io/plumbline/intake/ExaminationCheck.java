package io.plumbline.intake;

import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckChoice.Words;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks why the first intake note of a patient who is to be treated has no examination, if a chiropractor signs it. A
 * therapist, whose intake leads to massage alone, is not asked.
 */
final class ExaminationCheck {
    private static final String CODE = "NOT_EXAMINED";

    private ExaminationCheck() {}

    /**
     * Returns the question to answer before the note is signed; nothing if there is none.
     *
     * @param isFirst whether the patient has no signed intake note yet
     */
    static Stream<SigningCheck> of(IntakeDraft draft, boolean isFirst) {
        return isFirst
                        && IntakeScope.mayConclude()
                        && IntakeOutcome.TREATED.contains(draft.outcome())
                        && !draft.more().examination().isExamined()
                ? Stream.of(check())
                : Stream.empty();
    }

    private static SigningCheck check() {
        return new SigningCheck(
                CODE,
                "No movement and no test is recorded in the first intake note of the patient. Why?",
                List.of(
                        new CheckChoice(
                                "DECLINED", "Not examined today: the patient declined", List.of(), Words.OPTIONAL),
                        new CheckChoice("REASON", "Not examined today, because", List.of(), Words.NEEDED)));
    }
}
