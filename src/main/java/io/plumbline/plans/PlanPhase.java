package io.plumbline.plans;

/** What a stretch of a treatment plan is for, in the order of care. */
public enum PlanPhase {
    RELIEF("Relief"),
    CORRECTIVE("Corrective"),
    STABILISE("Stabilise"),
    MAINTAIN("Maintain");

    private final String word;

    PlanPhase(String word) {
        this.word = word;
    }

    /** The word that the screen shows. */
    public String word() {
        return word;
    }
}
