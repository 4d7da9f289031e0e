package io.plumbline.phases;

/** Why the course of a plan asks a clinician to look at it, most urgent first; clinical. */
public enum ReviewReason {
    /** A red flag of level R, a severe or ongoing reaction or a red-flag screen waits for a decision. */
    UNDECIDED("To be decided first"),
    /** The patient is worse than at the start of the plan. */
    WORSE_THAN_AT_START("Worse than at the start"),
    /** The patient is worse than at an earlier visit. */
    WORSE_THAN_BEFORE("Worse than before"),
    /** The last re-evaluation found no change, and nothing was changed since. */
    UNCHANGED("No change at the re-evaluation"),
    /** Whether the patient is worse cannot be told. */
    NOT_JUDGED("Pain or a goal not recorded"),
    /** The phase has run its longest time. */
    TOO_LONG("Phase longer than planned");

    private final String label;

    ReviewReason(String label) {
        this.label = label;
    }

    /** Returns the words that clinicians see. */
    public String label() {
        return label;
    }
}
