package io.plumbline.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that is to clear a red flag, as entered. Whatever may be null is refused where the flag needs it.
 *
 * @param examiner who examined the patient
 * @param examinedOn the day of the examination, at the clinic; of a clinical hold not before the flag
 * @param finding what was found; null for a flag that is not a clinical hold
 * @param examination the finding in words, at most 400 characters
 * @param findingOn the day of the imaging or the discharge; null for other findings
 * @param place where the patient was examined, at most 120 characters; empty if it was here
 * @param document of an examination outside the clinic; null if it was here
 */
public record EvidenceDraft(
        @Nullable Examiner examiner,
        @Nullable LocalDate examinedOn,
        @Nullable ClearanceFinding finding,
        String examination,
        @Nullable LocalDate findingOn,
        String place,
        @Nullable OutsideDocument document) {
    /** Creates the evidence that clears a flag which is not a clinical hold. */
    public static EvidenceDraft inWords(Examiner examiner, LocalDate examinedOn, String examination) {
        return new EvidenceDraft(examiner, examinedOn, null, examination, null, "", null);
    }

    /** Returns the same evidence with a document from outside the clinic. */
    public EvidenceDraft from(String where, @Nullable OutsideDocument paper) {
        return new EvidenceDraft(examiner, examinedOn, finding, examination, findingOn, where, paper);
    }

    /** Returns the same evidence with a finding that clears a clinical hold. */
    public EvidenceDraft with(ClearanceFinding found, @Nullable LocalDate on) {
        return new EvidenceDraft(examiner, examinedOn, found, examination, on, place, document);
    }
}
