package io.plumbline.phases;

/** What follows from a re-evaluation. */
public enum ReevaluationDecision {
    CONTINUE("Continue", "Care goes on as planned."),
    CHANGE("Change the plan", "Decide the next step or another frequency after this."),
    REFER("Refer", "Another clinician or a physician is asked: the referral opens next. The plan stays as it is."),
    DISCHARGE("Discharge", "The plan is completed and its remaining visits end. Existing bookings remain.");

    private final String label;
    private final String meaning;

    ReevaluationDecision(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    public String label() {
        return label;
    }

    /** Returns what the decision does, as a sentence. */
    public String meaning() {
        return meaning;
    }
}
