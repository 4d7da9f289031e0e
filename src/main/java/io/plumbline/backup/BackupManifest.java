package io.plumbline.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup has, said at its end.
 *
 * @param parts in the order of the file
 * @param rows the number of rows of each table
 */
record BackupManifest(List<Part> parts, Map<String, Long> rows) {
    /**
     * A part of a backup.
     *
     * @param bytes its size before compression
     * @param sha256 the hash of these bytes, in hexadecimal
     */
    record Part(String name, long bytes, String sha256) {}
}
