package io.plumbline.safety;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.FlagId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;

/**
 * An open red flag whose finding an amended note takes back. It is never cleared by that: the author of the amendment
 * says what becomes of it. Source: the software rules of the screening rules, "until a licensed clinician records
 * clearance".
 *
 * @param question the question of the screen that found it, since several may find the same
 */
public record TakenBackFlag(FlagId id, String flag, String question, FlagLevel level) {
    private static final String CODE = "FLAG_TAKEN_BACK";
    private static final String STAYS_OPEN = "It stays open";
    private static final String TO_DECIDE = "A chiropractor is asked to decide it";

    /** Returns the question to answer before the amendment is signed, with its two answers. */
    public SigningCheck check() {
        return new SigningCheck(
                CODE,
                "This version takes back the finding of the red flag “" + flag + "” (“" + question + "”), "
                        + level.fullLabel() + ", which is open and is not cleared by that. What becomes of it?",
                List.of(CheckChoice.of(STAYS_OPEN), CheckChoice.of(TO_DECIDE)));
    }

    /** Returns whether an answer before a signature is about a flag whose finding was taken back. */
    public static boolean isAnswer(CheckAnswer answer) {
        return answer.code().equals(CODE);
    }

    /** Returns whether the author answered that a chiropractor is asked to decide it. */
    public boolean isToDecide(List<CheckAnswer> answers) {
        return answers.contains(new CheckAnswer(CODE, check().question(), TO_DECIDE));
    }
}
