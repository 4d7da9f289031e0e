package io.plumbline.records;

/** Hears how far an export is. */
@FunctionalInterface
public interface ExportProgress {
    /**
     * Shows the progress.
     *
     * @param done how many rows and files of the record are written
     * @param all how many there are
     */
    void show(long done, long all);
}
