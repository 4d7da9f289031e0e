package io.plumbline.intake;

import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.Refused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands against the outcome <em>Suitable</em> of an intake note: a red flag of level E, U or R, a confirmed
 * contraindication, or surgery of the last 12 months. Such a patient is suitable with caution, with what is avoided, or is
 * referred. Source: clinical facts §10.2.
 */
final class IntakeCautions {
    private static final int MONTHS_AFTER_SURGERY = 12;

    private IntakeCautions() {}

    /**
     * Returns what stands against it, in words.
     *
     * @param decided what a clinician says about contraindications
     * @param isFlagged whether a red flag of level E, U or R is in force, or the signature raises one
     * @param day the day of the assessment
     */
    static List<String> of(
            IntakeDraft draft, Collection<ContraindicationAnswer> decided, boolean isFlagged, LocalDate day) {
        return Stream.of(
                        isFlagged ? Stream.of("a red flag of level E, U or R") : Stream.<String>of(),
                        decided.stream()
                                .filter(answer -> answer.decision() == Decision.CONFIRMED)
                                .map(answer -> "the contraindication “" + answer.name() + "”"),
                        draft.more().history().surgeriesSince(day.minusMonths(MONTHS_AFTER_SURGERY), day).stream()
                                .map(surgery -> "surgery of the last 12 months (" + surgery + ")"))
                .flatMap(some -> some)
                .toList();
    }

    /**
     * Refuses the outcome <em>Suitable</em> where something stands against it.
     *
     * @throws Refused with a message for the user
     */
    static void requireHeeded(IntakeOutcome outcome, List<String> cautions) {
        if (outcome == IntakeOutcome.SUITABLE && !cautions.isEmpty()) {
            throw new Refused("“" + IntakeOutcome.SUITABLE.label() + "” does not fit " + String.join(", ", cautions)
                    + ". Choose “" + IntakeOutcome.SUITABLE_WITH_CAUTION.label() + "” and say what is avoided, or “"
                    + IntakeOutcome.REFER.label() + "”");
        }
    }
}
