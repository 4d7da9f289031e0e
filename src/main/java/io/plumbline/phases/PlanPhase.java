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

    public String label() {
        return label;
    }
}
