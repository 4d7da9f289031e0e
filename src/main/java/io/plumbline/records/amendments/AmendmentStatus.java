package io.plumbline.records.amendments;

/** The status of an amendment request. */
public enum AmendmentStatus {
    RECEIVED("Open"),
    ACCEPTED("Accepted"),
    DENIED("Denied"),
    WITHDRAWN("Withdrawn");

    private final String label;

    AmendmentStatus(String label) {
        this.label = label;
    }

    /** Returns the status in words. */
    public String label() {
        return label;
    }
}
