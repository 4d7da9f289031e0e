package io.plumbline.intake;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDetails;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands against the outcome <em>Suitable</em> of an intake note: a red flag of level E, U or R, a confirmed
 * contraindication, or surgery of the last 12 months. Such a patient is suitable with caution, with what is avoided, or is
 * referred. A plan of such a patient is activated only with an answer to it. Source: clinical facts §10.2.
 */
final class IntakeCautions {
    private static final int MONTHS_AFTER_SURGERY = 12;

    /** Alerts about the patient as a whole; what treats them answers for it. */
    private static final Set<AlertKind> ALERTS =
            EnumSet.of(AlertKind.PREGNANCY, AlertKind.BLOOD_THINNERS, AlertKind.IMPLANT);

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
                        contraindications(decided.stream().filter(answer -> answer.decision() == Decision.CONFIRMED)),
                        surgeries(draft, day))
                .flatMap(some -> some)
                .toList();
    }

    /**
     * Returns what stands against the care of a patient, in words, the red flags first, each with its level and age. An
     * alert is left out where a contraindication says the same.
     *
     * @param signed the newest signed intake note; nothing if there is none
     * @param answers what the signed intake notes say about contraindications
     * @param flags those of the patient
     * @param zones the time zones of clinics
     */
    static List<String> standing(
            PatientDetails patient,
            IntakeDraft signed,
            Map<String, ContraindicationAnswer> answers,
            ContraindicationRules rules,
            Collection<FlagDetails> flags,
            Function<ClinicId, ZoneId> zones) {
        var said = answers.entrySet().stream()
                .filter(answer -> answer.getValue().stands())
                .flatMap(answer -> rules.find(answer.getKey()).map(Contraindication::alert).stream())
                .collect(Collectors.toSet());
        return Stream.of(
                        flags.stream()
                                .filter(flag -> flag.isInForce() && flag.level().forbidsThrust())
                                .map(flag -> "the red flag “" + flag.flag() + "” of level "
                                        + flag.level().name() + ", " + state(flag, patient.today(), zones)),
                        contraindications(answers.values().stream().filter(ContraindicationAnswer::stands)),
                        patient.alerts().stream()
                                .filter(alert -> ALERTS.contains(alert.kind())
                                        && alert.isOn(patient.today())
                                        && !said.contains(alert.kind()))
                                .map(alert -> "the alert “" + alert.sentence() + "”"),
                        surgeries(signed, patient.today()))
                .flatMap(some -> some)
                .toList();
    }

    /** By days, since the words are answered to some minutes later. */
    private static String state(FlagDetails flag, LocalDate today, Function<ClinicId, ZoneId> zones) {
        var raised = LocalDate.ofInstant(flag.found().at(), zones.apply(flag.clinic()));
        var days = ChronoUnit.DAYS.between(raised, today);
        var age = days < 1 ? "raised today" : "raised " + days + (days == 1 ? " day ago" : " days ago");
        return age
                + (FlagStatus.AWAITING_DECISION.contains(flag.status()) ? " and undecided" : " and without an outcome");
    }

    private static Stream<String> contraindications(Stream<ContraindicationAnswer> some) {
        return some.map(answer -> "the contraindication “" + answer.name() + "”");
    }

    private static Stream<String> surgeries(IntakeDraft draft, LocalDate day) {
        return draft.more().history().surgeriesSince(day.minusMonths(MONTHS_AFTER_SURGERY), day).stream()
                .map(surgery -> "surgery of the last 12 months (" + surgery + ")");
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
