package io.plumbline.imports;

/**
 * What became of the rows of one transaction.
 *
 * @param upTo the number of the last of them
 */
record RowsDone(long upTo, long added, long matched, long known, long skipped) {}
