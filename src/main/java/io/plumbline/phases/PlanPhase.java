package io.plumbline.phases;

/** The purpose of a phase of a treatment plan, in the order of care. */
public enum PlanPhase {
    RELIEF("Relief"),
    CORRECTIVE("Corrective"),
    STABILISE("Stabilize"),
    MAINTAIN("Maintain");

    private final String label;

    PlanPhase(String label) {
        this.label = label;
    }

    /** Returns the label that the screen shows. */
    public String label() {
        return label;
    }
}
