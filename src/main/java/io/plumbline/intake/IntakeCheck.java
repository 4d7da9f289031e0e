package io.plumbline.intake;

import io.plumbline.shared.signing.SigningCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Contradictions in an intake note. The author answers each in one line before signing. */
enum IntakeCheck {
    WORST_BELOW_NOW("pain now, worst and average of the past 7 days are one scale", (draft, isHeld) -> {
        var now = draft.painNow();
        var worst = draft.painWorst();
        return now == null || worst == null || worst.score() >= now.score()
                ? ""
                : "The worst pain of the past 7 days is " + worst.score() + ", below pain now, " + now.score()
                        + ". Why?";
    }),
    AVERAGE_ABOVE_WORST("pain now, worst and average of the past 7 days are one scale", (draft, isHeld) -> {
        var worst = draft.painWorst();
        var average = draft.painAverage();
        return worst == null || average == null || average.score() <= worst.score()
                ? ""
                : "The average pain of the past 7 days is " + average.score() + ", above the worst, " + worst.score()
                        + ". Why?";
    }),
    SUITABLE_WITH_OPEN_FLAG(
            "red-flag rules: no manual treatment before an emergency or urgent flag is cleared",
            (draft, isHeld) -> isHeld && draft.outcome() == IntakeOutcome.SUITABLE
                    ? "An emergency or urgent red flag is open, and the outcome is Suitable. Why?"
                    : ""),
    SUITABLE_WITHOUT_ALIGNMENT(
            "alignment findings come before any strengthening",
            (draft, isHeld) -> IntakeOutcome.TREATED.contains(draft.outcome())
                            && !draft.more().examination().isAlignmentRecorded()
                    ? "No alignment is recorded, which comes before any strengthening. Why not yet?"
                    : "");

    private final String source;
    private final BiFunction<IntakeDraft, Boolean, String> question;

    IntakeCheck(String source, BiFunction<IntakeDraft, Boolean, String> question) {
        this.source = source;
        this.question = question;
    }

    /**
     * Returns the checks to answer before the note is signed, in the order of the form.
     *
     * @param isHeld whether a red flag of level E or U is open, or the signature raises one
     */
    static List<SigningCheck> of(IntakeDraft draft, boolean isHeld) {
        return Arrays.stream(values())
                .map(check -> new SigningCheck(check.name(), check.question.apply(draft, isHeld)))
                .filter(check -> !check.question().isEmpty())
                .toList();
    }

    /** Returns the source of the rule. */
    String source() {
        return source;
    }
}
