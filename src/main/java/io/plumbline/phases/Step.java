package io.plumbline.phases;

/** What the facts propose for the course of a plan, or what a chiropractor decides about it. */
public enum Step {
    /** A red flag of level E is open, and nobody has referred the patient. */
    EMERGENCY("Emergency", "Decide the red flag now: refer the patient as an emergency."),
    /** The patient was referred for a red flag that holds treatment. */
    WAIT("Wait for the outcome", "The patient was referred: no visit is added until the outcome is known."),
    /** Something that treatment depends on is not decided. */
    DECIDE_FIRST("Decide this first", "No visit is added until it is decided."),
    /** The patient is worse. */
    EXAMINE_AGAIN("Examine again", "A chiropractor examines the patient before care goes on."),
    RE_EVALUATE("Re-evaluate", "The goals are compared with their baseline, and what follows is decided."),
    /** Care as planned does not help. */
    CHANGE("Change the plan", "Another frequency, other care or another phase: a revision with a reason."),
    STEP_DOWN("Step down", "Less care: the next phase begins."),
    HOLD("Hold", "The phase goes on as it is."),
    /** Never proposed: a chiropractor may choose it with a reason. */
    STEP_UP("Step up", "More care: the phase before begins again, or its visits come closer together."),
    REFER("Refer", "Another clinician or a physician is asked. The plan stays as it is."),
    DISCHARGE("Discharge", "The goals are reached: the plan is completed."),
    /** In maintenance. */
    KEEP("Keep", "Maintenance goes on as it is, with a longer interval, or ends."),
    /** After the last phase of care, with goals that are not reached. */
    DECIDE_WHAT_FOLLOWS("Decide what follows", "The last phase has done its work, and a goal is not reached yet.");

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

    /** Returns whether a chiropractor decides it as a step of the plan; the others are acts of their own. */
    public boolean isStepOfPlan() {
        return switch (this) {
            case STEP_DOWN, HOLD, STEP_UP, REFER, KEEP -> true;
            case EMERGENCY, WAIT, DECIDE_FIRST, EXAMINE_AGAIN, RE_EVALUATE, CHANGE, DISCHARGE, DECIDE_WHAT_FOLLOWS ->
                false;
        };
    }

    /** Returns whether care goes on as it is, so that nothing waits for a decision. */
    public boolean goesOn() {
        return this == HOLD || this == KEEP;
    }
}
