package io.plumbline.intake;

import io.plumbline.shared.signing.SigningCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Contradictions in an intake note. The author answers each before signing. */
enum IntakeCheck {
    WORST_BELOW_NOW("pain now, worst and average of the past 7 days are one scale", (draft, cautions) -> {
        var now = draft.painNow();
        var worst = draft.painWorst();
        return now == null || worst == null || worst.score() >= now.score()
                ? ""
                : "The worst pain of the past 7 days is " + worst.score() + ", below pain now, " + now.score()
                        + ". Why?";
    }),
    AVERAGE_ABOVE_WORST("pain now, worst and average of the past 7 days are one scale", (draft, cautions) -> {
        var worst = draft.painWorst();
        var average = draft.painAverage();
        return worst == null || average == null || average.score() <= worst.score()
                ? ""
                : "The average pain of the past 7 days is " + average.score() + ", above the worst, " + worst.score()
                        + ". Why?";
    }),
    SUITABLE_WITH_CAUTION(
            "clinical facts §10.2: suitable with caution, with what is avoided named",
            (draft, cautions) -> draft.outcome() == IntakeOutcome.SUITABLE_WITH_CAUTION && !cautions.isEmpty()
                    ? cut("Suitable with caution, because of " + String.join(", ", cautions)) + ". What is avoided?"
                    : ""),
    SUITABLE_WITHOUT_ALIGNMENT(
            "alignment findings come before any strengthening",
            (draft, cautions) -> IntakeOutcome.TREATED.contains(draft.outcome())
                            && !draft.more().examination().isAlignmentRecorded()
                    ? "No alignment is recorded, which comes before any strengthening. Why not yet?"
                    : "");

    private static final int LONGEST_BECAUSE = 360;

    private final String source;
    private final BiFunction<IntakeDraft, List<String>, String> question;

    IntakeCheck(String source, BiFunction<IntakeDraft, List<String>, String> question) {
        this.source = source;
        this.question = question;
    }

    /**
     * Returns the checks to answer before the note is signed, in the order of the form.
     *
     * @param cautions what stands against the outcome <em>Suitable</em>
     */
    static List<SigningCheck> of(IntakeDraft draft, List<String> cautions) {
        return Arrays.stream(values())
                .map(check -> new SigningCheck(check.name(), check.question.apply(draft, cautions)))
                .filter(check -> !check.question().isEmpty())
                .toList();
    }

    private static String cut(String because) {
        return because.length() <= LONGEST_BECAUSE
                ? because
                : because.substring(0, LONGEST_BECAUSE).strip() + "…";
    }

    /** Returns the source of the rule. */
    String source() {
        return source;
    }
}
