package io.plumbline.notes.amendments;

import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of an amendment covers, and the form of its text. A form never changes, since the
 * amendments that were signed in it would look forged: a new field is a new form with its own number.
 */
record SignedAmendment(
        UUID id,
        UUID note,
        UUID patient,
        AmendmentKind kind,
        String says,
        @Nullable UUID copy,
        UUID signedBy,
        Instant signedAt) {
    /** The number of the form in which amendments are signed. */
    static final int FORM = 1;

    /** Returns the texts that the number of a form stands for; none if there is no such form. */
    List<SignedText> texts(int form) {
        return form == FORM ? List.of(text()) : List.of();
    }

    /** Returns the text in the form in which amendments are signed. */
    SignedText text() {
        return new SignedText()
                .put("copy", copy)
                .put("format", FORM)
                .put("id", id)
                .put("kind", kind)
                .put("note", note)
                .put("patient", patient)
                .put("says", says)
                .put("signedAt", signedAt)
                .put("signedBy", signedBy);
    }
}
