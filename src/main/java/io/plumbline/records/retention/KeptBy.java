package io.plumbline.records.retention;

/** Why a record is kept regardless of its retention. */
public enum KeptBy {
    LEGAL_HOLD("A legal hold is on the record."),
    OPEN_PLAN("A treatment plan is not over."),
    OPEN_APPOINTMENT("An appointment is not over or not marked."),
    UNSIGNED_NOTE("A note is not signed."),
    OPEN_FLAG("A red flag is open."),
    OPEN_REQUEST("A request to see or to amend the record is open."),
    RECENT_REQUEST("A request to amend the record was answered in the last six years."),
    NO_TREATMENT("No treatment is on record, so the time has not begun."),
    NO_RULE("A clinic of the patient has no retention rule."),
    NO_BIRTH_DATE("The birth date is not known, so the patient may have been a minor.");

    private final String sentence;

    KeptBy(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reason as a sentence for people. */
    public String sentence() {
        return sentence;
    }
}
