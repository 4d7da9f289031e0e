package io.plumbline.records.clinicexports;

import java.util.EnumSet;
import java.util.Set;

/** The status of an export of a clinic. */
public enum ClinicExportStatus {
    ASKED("Waiting for the privacy officer"),
    DECLINED("Declined"),
    CANCELED("Canceled"),
    /** Released; a job makes the file. */
    RELEASED("Being made"),
    READY("Ready to download"),
    DOWNLOADED("Downloaded"),
    EXPIRED("Not downloaded in time"),
    FAILED("Not made");

    private static final Set<ClinicExportStatus> OPEN = EnumSet.of(ASKED, RELEASED, READY);

    private final String label;

    ClinicExportStatus(String label) {
        this.label = label;
    }

    /** Returns the status in words. */
    public String label() {
        return label;
    }

    /** Returns whether it is still going on. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
