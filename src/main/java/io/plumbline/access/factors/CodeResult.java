package io.plumbline.access.factors;

import java.util.Optional;

/** What the check of a code found. */
public enum CodeResult {
    RIGHT(""),
    WRONG("This code is not right. Check it and try again"),
    CLOCK_OFF(
            "This code has expired, or the clock of your phone is off. Enter the code that the app shows now; if that does not"
                    + " work either, set date and time on the phone to automatic"),
    USED("This code was used already. Wait until the app shows the next one"),
    ENDED(
            "Authenticator codes are no longer accepted after 100 wrong ones in a row. Use a recovery code or a passkey, or ask your"
                    + " administrator for a link"),
    NOT_SIX_DIGITS("Enter the six digits that your app shows"),
    NO_RECOVERY_CODE("A recovery code has ten letters and digits, such as abcde-fgh23"),
    WRONG_RECOVERY_CODE("This recovery code is not right, or was used already. Each works once");

    private final String sentence;

    CodeResult(String sentence) {
        this.sentence = sentence;
    }

    /** Returns what is wrong and what to do, without a period at its end; empty for the right code. */
    public String sentence() {
        return sentence;
    }

    /** Returns why a text cannot be the code of an app; empty if it can. Such a text is no attempt. */
    public static Optional<CodeResult> ofCode(String typed) {
        return TimeCodes.isCode(TimeCodes.plain(typed)) ? Optional.empty() : Optional.of(NOT_SIX_DIGITS);
    }

    /** Returns why a text cannot be a recovery code; empty if it can. Such a text is no attempt. */
    public static Optional<CodeResult> ofRecoveryCode(String typed) {
        return RecoveryCodes.isCode(typed) ? Optional.empty() : Optional.of(NO_RECOVERY_CODE);
    }
}
