package io.plumbline.patients.status;

import io.plumbline.patients.PatientStatus;

/**
 * Something that is open with a patient: no clinical content.
 *
 * @param words what it is, for those who see the patient without clinical content
 * @param onInactive what becomes of it if the patient is set inactive, as the end of a sentence
 * @param onDeceased what becomes of it if the patient is set deceased, as the end of a sentence
 */
public record OpenItem(String words, String onInactive, String onDeceased) {
    /** Creates an item whose end is the same for both. */
    public OpenItem(String words, String onEnd) {
        this(words, onEnd, onEnd);
    }

    /** Returns what it is and what becomes of it, such as <em>Visit Tue, Nov 24: is canceled</em>. */
    public String sentence(PatientStatus next) {
        return words + ": " + (next == PatientStatus.DECEASED ? onDeceased : onInactive);
    }
}
