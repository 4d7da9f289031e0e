package io.plumbline.referrals;

/** The kind of a contact in the contacts book. */
public enum ContactKind {
    PRIMARY_CARE("Primary care"),
    ORTHOPEDICS("Orthopedics"),
    IMAGING("Imaging"),
    EMERGENCY("Emergency department"),
    PHYSICAL_THERAPY("Physical therapy"),
    OTHER("Other");

    private final String label;

    ContactKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
