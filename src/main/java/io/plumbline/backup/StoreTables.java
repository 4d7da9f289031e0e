package io.plumbline.backup;

import io.plumbline.startup.UnfinishedRestore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a store. */
final class StoreTables {
    private StoreTables() {}

    /** Returns their names, by name. */
    static List<String> names(JdbcClient store) {
        return store.sql("""
                        select table_name from information_schema.tables
                        where table_schema = schema() and table_type = 'BASE TABLE' order by table_name
                        """).query(String.class).list().stream()
                .filter(table -> !UnfinishedRestore.isMark(table))
                .toList();
    }

    /** Counts the rows of each. */
    static Map<String, Long> rows(JdbcClient store) {
        var rows = new TreeMap<String, Long>();
        for (var table : names(store)) {
            // a name from the catalog of the database, not from a person
            rows.put(
                    table,
                    store.sql("select count(*) from `" + table + "`")
                            .query(Long.class)
                            .single());
        }
        return rows;
    }
}
