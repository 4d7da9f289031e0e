package io.plumbline.intake;

import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.AlertService;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.shared.signing.AnsweredCheck;
import io.plumbline.shared.signing.CheckChoice;
import io.plumbline.shared.signing.CheckChoice.Words;
import io.plumbline.shared.signing.SigningCheck;
import java.util.List;
import java.util.Map;

/**
 * An alert of the patient that an answer of the history contradicts: the note says no, and the alert is in force.
 *
 * @param fact the fact that the history denies
 */
record IntakeAlertCheck(HistoryFact fact, AlertRow alert) {
    private static final String CODE = "ANSWER_AGAINST_ALERT";
    private static final String OVER = "OVER";

    private static final Map<HistoryFact, AlertKind> KINDS = Map.of(
            HistoryFact.OIL_ALLERGY, AlertKind.OIL_ALLERGY,
            HistoryFact.LATEX_ALLERGY, AlertKind.LATEX_ALLERGY,
            HistoryFact.PREGNANCY, AlertKind.PREGNANCY,
            HistoryFact.BLOOD_THINNERS, AlertKind.BLOOD_THINNERS,
            HistoryFact.IMPLANTS, AlertKind.IMPLANT);

    /** Returns the alerts in force that a note contradicts, in the order of the history. */
    static List<IntakeAlertCheck> of(IntakeDraft draft, PatientDetails patient) {
        var answers = draft.more().history().historyAnswers();
        return HistoryFact.asked().stream()
                .filter(fact -> {
                    var answer = answers.get(fact);
                    return answer != null && !answer.yes();
                })
                .flatMap(fact -> patient.alerts().stream()
                        .filter(alert -> alert.kind() == KINDS.get(fact) && alert.isOn(patient.today()))
                        .map(alert -> new IntakeAlertCheck(fact, alert)))
                .toList();
    }

    /** Returns the question to answer before the note is signed. */
    SigningCheck check() {
        return new SigningCheck(
                CODE,
                "The note says “" + fact.label() + ": No”, and the patient has the alert “" + alert.sentence()
                        + "”. What is right?",
                List.of(
                        new CheckChoice(OVER, "The note: the alert is over", List.of(), Words.OPTIONAL),
                        new CheckChoice("REASON", "Both, because", List.of(), Words.NEEDED)));
    }

    /** Ends the alert if the author said that it is over. */
    void endIfSaid(List<AnsweredCheck> given, AlertService alerts) {
        var question = check().question();
        if (given.stream()
                .anyMatch(one -> one.choice().equals(OVER)
                        && one.answer().code().equals(CODE)
                        && one.answer().question().equals(question))) {
            alerts.end(alert.id(), alert.version());
        }
    }
}
