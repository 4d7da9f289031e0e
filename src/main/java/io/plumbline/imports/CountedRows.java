package io.plumbline.imports;

import io.plumbline.shared.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many rows an import has, and what became of them so far. */
@Embeddable
class CountedRows {
    /** How many the file has, counted by the check; 0 before it. */
    @Column(name = "row_count")
    private long rows;

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

    /** Notes that the rows are counted from the first again. */
    void beginCheck() {
        rows = 0;
    }

    /** Notes how many rows the check has counted. */
    void checked(long count) {
        rows = count;
    }

    void add(RowsDone some) {
        done = some.upTo();
        added += some.added();
        matched += some.matched();
        known += some.known();
        skipped += some.skipped();
    }

    /** Notes that all rows were gone over. */
    void end() {
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

    ImportCounts counts() {
        return new ImportCounts(rows, done, added, matched, known, skipped, reverted);
    }
}
