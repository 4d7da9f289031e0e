package io.plumbline.intake;

import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The content that the signature of a conclusion covers, and the forms of its text. A form never changes, since the
 * conclusions that were signed in it would look forged: a new field is a new form with its own number.
 *
 * @param decided what was decided on contraindications, by code; without any, the form is the first
 * @param noteHash the hash of what the author of the note signed
 */
record SignedConclusion(
        UUID note,
        UUID patient,
        IntakeOutcome outcome,
        String reason,
        SortedMap<String, ContraindicationAnswer> decided,
        String noteHash,
        UUID concludedBy,
        Instant concludedAt) {
    private static final int FORM_WITHOUT_DECISIONS = 1;
    private static final int FORM_WITH_DECISIONS = 2;

    /** Returns the number of the form in which it is signed. */
    int form() {
        return decided.isEmpty() ? FORM_WITHOUT_DECISIONS : FORM_WITH_DECISIONS;
    }

    /** Returns the texts that the number of a form stands for; none if there is no such form. */
    List<SignedText> texts(int form) {
        return form == FORM_WITHOUT_DECISIONS || form == FORM_WITH_DECISIONS ? List.of(text(form)) : List.of();
    }

    /** Returns the text in the form in which it is signed. */
    SignedText text() {
        return text(form());
    }

    private SignedText text(int form) {
        return new SignedText()
                .put("concludedAt", concludedAt)
                .put("concludedBy", concludedBy)
                .putIfFilled("decided", SignedText.entries(decided, SignedConclusion::contraindication))
                .put("format", form)
                .put("note", note)
                .put("noteHash", noteHash)
                .put("outcome", outcome)
                .put("patient", patient)
                .put("reason", reason);
    }

    /** Returns the part of a text about one contraindication. */
    static SignedText contraindication(ContraindicationAnswer answer) {
        return new SignedText()
                .put("decision", answer.decision())
                .put("name", answer.name())
                .put("reason", answer.reason())
                .put("rulesVersion", answer.rulesVersion());
    }
}
