package io.plumbline.demo;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.PelvicTilt;
import io.plumbline.intake.IntakeExamination.ShorterLeg;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.CheckReply;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the chiropractors of the demo clinic find: an alignment, a range of motion, and no contraindication. */
@Component
class DemoExamination {
    /** Flexion without pain, in degrees, and what each point of pain takes of it. */
    private static final int FLEXION = 70;

    private static final int LESS = 5;

    /** What is avoided where age or screen raised a red flag. */
    static final CheckReply AVOIDED = new CheckReply(
            "SUITABLE_WITH_CAUTION",
            "Suitable with caution, because of a red flag of level E, U or R. What is avoided?",
            "",
            List.of(),
            "No thrust until the red flag is decided");

    private final ScreeningService screening;
    private final ContraindicationRules rules;

    DemoExamination(ScreeningService screening, ContraindicationRules rules) {
        this.screening = screening;
        this.rules = rules;
    }

    /** Returns a draft with what was found, and with a no to what the screen and the age propose. */
    IntakeDraft examined(IntakeDraft told, PatientId patient, ClinicId clinic, LocalDate on) {
        var answers = new TreeMap<String, ContraindicationAnswer>();
        var screen = screening.withAge(patient, clinic, told.screen());
        rules.proposed(told.more().history(), on, screening.rules(), screen)
                .forEach(proposal -> answers.put(
                        proposal.contraindication().code(),
                        new ContraindicationAnswer(
                                proposal.contraindication().name(),
                                Decision.NOT_SO,
                                "Nothing but “" + String.join(", ", proposal.because()) + "” speaks for it",
                                rules.version())));
        var isReferred = screening.rules().findings(screen).stream()
                .map(ScreeningRules.Finding::level)
                .anyMatch(FlagLevel::forbidsThrust);
        var draft = told.with(told.more().with(told.more().history(), answers, found(told.painNow())));
        return isReferred && told.outcome() == IntakeOutcome.SUITABLE
                ? draft.withOutcome(IntakeOutcome.SUITABLE_WITH_CAUTION)
                : draft;
    }

    private static IntakeExamination found(@Nullable Pain pain) {
        var flexion = FLEXION - LESS * (pain == null ? 0 : pain.score());
        return new IntakeExamination(
                PelvicTilt.NEUTRAL,
                ShorterLeg.EQUAL,
                null,
                "",
                List.of(new IntakeExamination.Motion("Flexion", IntakeExamination.Side.MIDLINE, flexion)),
                List.of(new IntakeExamination.Test(
                        "Straight leg raise",
                        IntakeExamination.TestKind.NEUROLOGICAL,
                        IntakeExamination.Side.BOTH,
                        "Negative")));
    }
}
