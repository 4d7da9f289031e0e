package io.plumbline.phases;

/** A decision about the course of a plan. */
public enum Step {
    STEP_DOWN("Step down", "Less care: the next phase begins."),
    HOLD("Hold", "The phase goes on as it is."),
    STEP_UP("Step up", "More care: the phase before begins again, or its visits come closer together."),
    REFER("Refer", "Another clinician or a physician is asked. The plan stays as it is.");

    private final String label;
    private final String meaning;

    Step(String label, String meaning) {
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
