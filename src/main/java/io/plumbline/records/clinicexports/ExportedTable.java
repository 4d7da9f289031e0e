package io.plumbline.records.clinicexports;

import java.util.Set;

/**
 * A table in an export of a clinic.
 *
 * @param where which of its rows, as a condition in SQL with the parameters {@code :clinic} and {@code :export}
 * @param without the columns that are left out: secrets, and what the portal computes
 */
record ExportedTable(String name, String where, Set<String> without) {
    ExportedTable {
        without = Set.copyOf(without);
    }

    /** Returns the same table without some columns. */
    ExportedTable without(String... columns) {
        return new ExportedTable(name, where, Set.of(columns));
    }

    String rows() {
        return "select * from " + name + " where (" + where + ")";
    }

    String count() {
        return "select count(*) from " + name + " where (" + where + ")";
    }
}
