package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.shared.ids.ConsentTextId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A consent to record.
 *
 * @param wording the version of the wording that the patient agreed to, at most 20 characters; empty with a text
 * @param text the published text that the patient agreed to; null if the wording was typed
 * @param agreement who agreed and how; null in what was taken before it was asked
 */
public record ConsentDraft(
        ConsentKind kind,
        String wording,
        LocalDate givenOn,
        @Nullable ConsentTextId text,
        @Nullable ConsentAgreement agreement) {
    /** Creates a consent to a wording that was typed. */
    public ConsentDraft(ConsentKind kind, String wording, LocalDate givenOn) {
        this(kind, wording, givenOn, null, null);
    }

    /** Returns a consent to a published text. */
    public static ConsentDraft to(ConsentKind kind, ConsentTextId text, ConsentAgreement agreement, LocalDate givenOn) {
        return new ConsentDraft(kind, "", givenOn, text, agreement);
    }
}
