package io.plumbline.intake;

import io.plumbline.forms.FormAnswers;
import io.plumbline.intake.IntakeExamination.Motion;
import io.plumbline.intake.IntakeMore.AgreedText;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of an intake note covers, and the form of its text. A form never changes, since the
 * notes that were signed in it would look forged: a new field is a new form with its own number. A field that older notes
 * of a form do not have is omitted where it is empty.
 *
 * @param checks the answers to the signing checks
 * @param amendment what makes it a later version; null for the first
 */
record SignedIntake(
        UUID id,
        UUID patient,
        UUID clinic,
        IntakeDraft says,
        String screeningRules,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt,
        List<CheckAnswer> checks,
        @Nullable IntakeAmendment amendment) {
    private static final int FORM_WITHOUT_KINDS_OF_TESTS = 1;
    private static final int FORM_WITH_KINDS_OF_TESTS = 2;

    /** Returns the number of the form in which it is signed. */
    int form() {
        return says.more().examination().tests().stream().allMatch(test -> test.kind() == null)
                ? FORM_WITHOUT_KINDS_OF_TESTS
                : FORM_WITH_KINDS_OF_TESTS;
    }

    /** Returns the texts that the number of a form stands for; none if there is no such form for what it says. */
    List<SignedText> texts(int form) {
        return form == form() ? List.of(text()) : List.of();
    }

    /** Returns the text in the form in which it is signed. */
    SignedText text() {
        return new SignedText()
                .putIfFilled("amendment", SignedText.part(amendment, SignedIntake::amendment))
                .putIfFilled("checks", SignedText.rows(checks, CheckAnswer::text))
                .put("clinic", clinic)
                .put("format", form())
                .put("id", id)
                .put("patient", patient)
                .put("says", content())
                .put("screeningRules", screeningRules)
                .put("signedAt", signedAt)
                .put("signedBy", signedBy == null ? null : new SignedText().put("value", signedBy.value()));
    }

    private static SignedText amendment(IntakeAmendment amendment) {
        return new SignedText()
                .put("amendsId", amendment.amendsId())
                .put("firstId", amendment.firstId())
                .put("reason", amendment.reason())
                .put("revision", amendment.revision());
    }

    private SignedText content() {
        var text = new SignedText()
                .put("areas", SignedText.rows(says.areas(), SignedIntake::area))
                .put("complaint", says.complaint())
                .put("consented", says.consented())
                .put("factors", says.factors())
                .put("limitations", SignedText.rows(says.limitations(), SignedIntake::limitation));
        addMore(text, says.more());
        return text.put("onset", says.onset())
                .put("outcome", says.outcome())
                .put("painAverage", SignedText.part(says.painAverage(), SignedIntake::pain))
                .put("painNow", SignedText.part(says.painNow(), SignedIntake::pain))
                .put("painWorst", SignedText.part(says.painWorst(), SignedIntake::pain))
                .put("screen", says.screen());
    }

    private static void addMore(SignedText text, IntakeMore more) {
        text.putIfFilled("consentText", SignedText.part(more.consentText(), SignedIntake::agreed))
                .putIfFilled(
                        "contraindications",
                        SignedText.entries(more.contraindications(), SignedConclusion::contraindication))
                .putIfFilled("dailyActivities", more.dailyActivities());
        addExamination(text, more.examination());
        text.putIfFilled("factorDetails", SignedText.entries(more.factorDetails(), detail -> new SignedText()
                        .put("severity", detail.severity())
                        .put("status", detail.status())))
                .putIfFilled("forms", SignedText.rows(more.forms(), SignedIntake::answers))
                .putIfFilled("goals", more.goals());
        addHistory(text, more.history());
        text.putIfFilled("mechanism", more.mechanism())
                .putIfFilled("mood", more.mood())
                .putIfFilled("sleep", more.sleep())
                .putIfFilled("training", more.training())
                .putIfFilled("work", more.work());
    }

    private static void addExamination(SignedText text, IntakeExamination examination) {
        text.putIfFilled("legDifferenceMm", examination.legDifferenceMm())
                .putIfFilled("motions", SignedText.rows(examination.motions(), SignedIntake::motion))
                .putIfFilled("pelvicTilt", examination.pelvicTilt())
                .putIfFilled("posture", examination.posture())
                .putIfFilled("shorterLeg", examination.shorterLeg())
                .putIfFilled("tests", SignedText.rows(examination.tests(), SignedIntake::test));
    }

    private static void addHistory(SignedText text, PatientHistory history) {
        text.putIfFilled("allergies", history.allergies())
                .putIfFilled("historyAnswers", SignedText.entries(history.historyAnswers(), answer -> new SignedText()
                        .put("words", answer.words())
                        .put("yes", answer.yes())))
                .putIfFilled("imaging", history.imaging())
                .putIfFilled("medication", history.medication())
                .putIfFilled("pregnancyWeek", history.pregnancyWeek())
                .putIfFilled("priorCare", history.priorCare())
                .putIfFilled("surgeries", SignedText.rows(history.surgeries(), surgery -> new SignedText()
                        .put("on", surgery.on())
                        .put("what", surgery.what())));
    }

    private static SignedText agreed(AgreedText agreed) {
        return new SignedText()
                .put("id", agreed.id())
                .put("language", agreed.language())
                .put("number", agreed.number());
    }

    private static SignedText answers(FormAnswers answered) {
        return new SignedText().put("answers", answered.answers()).put("version", answered.version());
    }

    private static SignedText motion(Motion motion) {
        return new SignedText()
                .put("degrees", motion.degrees())
                .put("movement", motion.movement())
                .put("side", motion.side());
    }

    private static SignedText test(IntakeExamination.Test test) {
        return new SignedText()
                .putIfFilled("kind", test.kind())
                .put("name", test.name())
                .put("result", test.result())
                .put("side", test.side());
    }

    private static SignedText area(MarkedArea area) {
        return new SignedText()
                .put("intensity", SignedText.part(area.intensity(), SignedIntake::pain))
                .put("quality", area.quality())
                .put("radiatingTo", SignedText.part(area.radiatingTo(), SignedIntake::region))
                .put("region", region(area.region()));
    }

    private static SignedText limitation(Limitation limitation) {
        return new SignedText().put("ability", limitation.ability()).put("activity", limitation.activity());
    }

    private static SignedText region(BodyRegion region) {
        return new SignedText().put("code", region.code());
    }

    private static SignedText pain(Pain pain) {
        return new SignedText().put("score", pain.score());
    }
}
