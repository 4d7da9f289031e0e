package io.plumbline.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup has, said at its end.
 *
 * @param parts in the order of the file
 * @param rows the number of rows of each table
 * @param problems files on records that were missing or changed on the disk when it was made, one sentence each
 */
record BackupManifest(List<Part> parts, Map<String, Long> rows, List<String> problems) {
    /**
     * A part of a backup.
     *
     * @param bytes its size before compression
     * @param sha256 the hash of these bytes, in hexadecimal
     */
    record Part(String name, long bytes, String sha256) {}

    /** Returns the number of rows of all tables. */
    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
