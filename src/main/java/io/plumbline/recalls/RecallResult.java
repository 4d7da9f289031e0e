package io.plumbline.recalls;

/** How an attempt to reach a patient ended, in the order of the keyboard shortcuts. */
public enum RecallResult {
    NO_ANSWER("No answer"),
    LEFT_MESSAGE("Left message"),
    REACHED("Reached, will call back"),
    NOT_NOW("Not now"),
    DECLINED("Declined");

    private final String label;

    RecallResult(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Returns whether the patient is to be contacted again on a day. */
    public boolean hasNext() {
        return this != DECLINED;
    }
}
