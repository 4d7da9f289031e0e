package io.plumbline.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcOperations;

/** The rows of one table, many in a statement, which both stores take without a setting of their drivers. */
public final class Bulk {
    private static final int MOST = 200;

    private final JdbcOperations jdbc;
    private final String insert;
    private final String marks;
    private final AtomicLong written;
    private final List<Object[]> rows = new ArrayList<>();

    /** @param written counts the rows of all tables */
    public Bulk(JdbcOperations jdbc, AtomicLong written, String table, String columns) {
        this.jdbc = jdbc;
        this.written = written;
        insert = "insert into " + table + " (" + columns + ") values ";
        marks = "(" + String.join(", ", Collections.nCopies(columns.split(",").length, "?")) + ")";
    }

    /** Adds a row; it waits for {@link #flush()}, before which what it refers to must be written. */
    public void add(Object... row) {
        rows.add(row);
    }

    /** Writes what waits. */
    public void flush() {
        for (int from = 0; from < rows.size(); from += MOST) {
            var some = rows.subList(from, Math.min(rows.size(), from + MOST));
            jdbc.update(
                    insert + String.join(", ", Collections.nCopies(some.size(), marks)),
                    some.stream().flatMap(Arrays::stream).toArray());
        }
        written.addAndGet(rows.size());
        rows.clear();
    }
}
