package io.plumbline.records.disposal;

import java.util.EnumSet;
import java.util.Set;

/** The status of a disposal list. */
public enum DisposalStatus {
    PROPOSED("A second person has to approve it"),
    DECLINED("Declined"),
    APPROVED("Approved, not begun"),
    RUNNING("Runs"),
    DONE("Done"),
    CANCELED("Canceled");

    /** As long as nothing is disposed of. */
    static final Set<DisposalStatus> CANCELABLE = EnumSet.of(PROPOSED, APPROVED);

    private final String label;

    DisposalStatus(String label) {
        this.label = label;
    }

    /** Returns the status in words. */
    public String label() {
        return label;
    }
}
