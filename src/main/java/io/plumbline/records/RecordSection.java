package io.plumbline.records;

import java.util.List;

/**
 * A section of a record: which rows it has, and what is told of each. The names of the columns are those of the file.
 *
 * @param key its name in the JSON file
 * @param title as the PDF says it, of one row
 * @param ids selects the ids of the rows, in their order; has {@code :patients}
 * @param rows selects some rows by {@code :ids}, with the id as {@code id}; may have {@code :patients}
 * @param parts what belongs to each row
 */
record RecordSection(String key, String title, String ids, String rows, List<Part> parts) {
    /**
     * Rows that belong to a row of the section.
     *
     * @param key the name in the JSON file
     * @param rows selects them by {@code :ids}, in their order, with the id of the row of the section as {@code parent}
     */
    record Part(String key, String rows) {}
}
