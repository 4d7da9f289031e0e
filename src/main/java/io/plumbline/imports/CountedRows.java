package io.plumbline.imports;

import io.plumbline.shared.Refused;
import jakarta.persistence.Embeddable;

/** What became of the rows of an import so far. */
@Embeddable
class CountedRows {
    private long done;
    private long added;
    private long matched;
    private long known;
    private long skipped;
    private long reverted;

    /**
     * What became of the rows of one transaction.
     *
     * @param upTo the number of the last of them
     */
    record RowsDone(long upTo, long added, long matched, long known, long skipped) {}

    void add(RowsDone rows) {
        done = rows.upTo();
        added += rows.added();
        matched += rows.matched();
        known += rows.known();
        skipped += rows.skipped();
    }

    /** Notes that all rows were gone over. */
    void end(long rows) {
        done = rows;
    }

    void countReverted() {
        reverted++;
    }

    /** @throws Refused if no row became something that can be taken back */
    void requireEffect() {
        if (added == 0 && matched == 0) {
            throw new Refused("This import has added nothing");
        }
    }

    /**
     * Returns the counts of an import.
     *
     * @param rows how many the file has, counted by the check; 0 before it
     */
    ImportCounts of(long rows) {
        return new ImportCounts(rows, done, added, matched, known, skipped, reverted);
    }
}
