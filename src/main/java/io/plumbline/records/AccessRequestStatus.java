package io.plumbline.records;

/** How far an access request is. */
public enum AccessRequestStatus {
    RECEIVED("Received"),
    FULFILLED("Fulfilled"),
    DENIED("Denied"),
    WITHDRAWN("Withdrawn");

    private final String label;

    AccessRequestStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
