package io.plumbline.safety;

import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.PatientId;
import java.util.Map;

/**
 * Implemented by the module that receives what patients answer: the answers with which a note was begun, and what follows
 * from its signature.
 */
public interface ToldAnswers {
    /** Returns the patient's answers to the screen by rule; empty if the note was not begun with some. */
    Map<String, ScreeningAnswer> findFor(ClinicalNoteId note);

    /** Returns the answers of a patient with which no note was begun yet, by rule; empty if there are none. */
    Map<String, ScreeningAnswer> findUnreviewed(PatientId patient);

    /** Records that the draft was discarded: its answers wait for a review again. Does nothing for other notes. */
    void discarded(ClinicalNoteId note);

    /** Records that the note was signed, in the transaction of the signature; does nothing for other notes. */
    void signed(ClinicalNoteId note);
}
