package io.plumbline.imports;

import io.plumbline.shared.Refused;

/** How far an import is. */
public enum ImportStatus {
    /** The file is there; columns and dates are being chosen. */
    NEW("Not checked"),
    /** All rows were read, and nothing is written yet. */
    CHECKED("Checked"),
    RUNNING("Running"),
    /** Canceled by a person; the rows so far are imported. */
    STOPPED("Stopped"),
    DONE("Done"),
    /** Being undone, or the undoing was stopped in the middle. */
    REVERTING("Partly undone"),
    /** Undone: the patients that it added are gone, but for those that somebody wrote on. */
    REVERTED("Undone");

    private final String label;

    ImportStatus(String label) {
        this.label = label;
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }

    /** Returns whether how the file is read can still be changed. */
    public boolean isOpen() {
        return this == NEW || this == CHECKED;
    }

    /** @throws Refused if rows are imported already, so that the file can be read in no other way */
    void requireOpen() {
        if (!isOpen()) {
            throw new Refused("Rows of this file are imported already. Start a new import to read it in another way");
        }
    }

    /** @throws Refused if it is running */
    void requireNotRunning() {
        if (this == RUNNING) {
            throw new Refused("Stop the import first");
        }
    }

    /** @throws Refused if it is not being undone */
    void requireReverting() {
        if (this != REVERTING) {
            throw new Refused("Somebody else has undone this import in the meantime");
        }
    }

    /** @throws Refused if the file is not checked, or the import has ended */
    void requireRunnable() {
        if (this == NEW) {
            throw new Refused("Check the file first");
        }
        if (this != CHECKED && this != RUNNING && this != STOPPED) {
            throw new Refused("This import has ended");
        }
    }
}
