package io.plumbline.imports;

/**
 * What became of the rows of an import.
 *
 * @param rows how many the file has, counted by the check; 0 before it
 * @param done how many of them the run has gone over
 * @param added patients who were added
 * @param matched rows that are a patient who was there
 * @param known rows that were imported before
 * @param skipped rows that were not imported: wrong, repeated, or by decision
 * @param reverted patients who were removed again
 */
public record ImportCounts(long rows, long done, long added, long matched, long known, long skipped, long reverted) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0);
}
