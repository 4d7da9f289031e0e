package io.plumbline.notes.cosign;

import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The content that a decision's signature covers, and the form of its text. A form never changes, since the decisions
 * that were signed in it would look forged: a new field is a new form with its own number.
 *
 * @param history how many decisions and addenda the note had before
 * @param noteHash the hash of what the author signed
 */
record SignedCosignature(
        UUID id,
        UUID note,
        UUID patient,
        int history,
        CosignDecision decision,
        String remark,
        String noteHash,
        UUID decidedBy,
        Instant decidedAt) {
    /** The number of the form in which decisions are signed. */
    static final int FORM = 1;

    /** Returns the texts that the number of a form stands for; none if there is no such form. */
    List<SignedText> texts(int form) {
        return form == FORM ? List.of(text()) : List.of();
    }

    /** Returns the text in the form in which decisions are signed. */
    SignedText text() {
        return new SignedText()
                .put("decidedAt", decidedAt)
                .put("decidedBy", decidedBy)
                .put("decision", decision)
                .put("format", FORM)
                .put("history", history)
                .put("id", id)
                .put("note", note)
                .put("noteHash", noteHash)
                .put("patient", patient)
                .put("remark", remark);
    }
}
