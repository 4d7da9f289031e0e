package io.plumbline.support;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies tables, rows, triggers and procedures of a MySQL database into an empty one, of which the users are named alike. */
final class MySqlCopy {
    private static final int STATEMENT_OF_TABLE = 2;
    private static final int STATEMENT_OF_ROUTINE = 3;

    private MySqlCopy() {}

    static void copy(String from, String to, Statement admin) throws SQLException {
        copyTables(from, to, Set.of(), admin);
        for (var procedure : column(1, admin, """
                select routine_name from information_schema.routines
                where routine_schema = '%s' and routine_type = 'PROCEDURE'""".formatted(from))) {
            admin.execute(column(STATEMENT_OF_ROUTINE, admin, "show create procedure %s.%s".formatted(from, procedure))
                    .getFirst()
                    .replace(from, to));
        }
    }

    /** Copies tables, but some, with their rows and triggers. */
    static void copyTables(String from, String to, Set<String> but, Statement admin) throws SQLException {
        admin.execute("use " + to);
        admin.execute("set foreign_key_checks = 0");
        for (var table : tables(from, but, admin)) {
            admin.execute(column(STATEMENT_OF_TABLE, admin, "show create table %s.%s".formatted(from, table))
                    .getFirst());
            var columns = String.join(", ", column(1, admin, """
                    select column_name from information_schema.columns
                    where table_schema = '%s' and table_name = '%s' and generation_expression = ''""".formatted(from, table)));
            admin.execute("insert into %s (%s) select %s from %s.%s".formatted(table, columns, columns, from, table));
        }
        // after the rows, which triggers would refuse
        for (var trigger : column(1, admin, """
                select trigger_name from information_schema.triggers
                where trigger_schema = '%s' and event_object_table not in ('%s')
                order by action_order""".formatted(from, String.join("', '", but)))) {
            admin.execute(column(STATEMENT_OF_ROUTINE, admin, "show create trigger %s.%s".formatted(from, trigger))
                    .getFirst()
                    .replace(from, to));
        }
        admin.execute("set foreign_key_checks = 1");
    }

    /** Returns the tables that have the same rows and triggers in two databases. */
    static Set<String> alike(String one, String other, Statement admin) throws SQLException {
        var seen = contents(one, admin);
        var alike = new HashSet<String>();
        contents(other, admin).forEach((table, content) -> {
            if (content.equals(seen.get(table))) {
                alike.add(table);
            }
        });
        return alike;
    }

    private static Map<String, String> contents(String database, Statement admin) throws SQLException {
        var contents = new HashMap<String, String>();
        var all = tables(database, Set.of(), admin).stream()
                .map(table -> database + "." + table)
                .collect(Collectors.joining(", "));
        try (var rows = admin.executeQuery("checksum table " + all)) {
            while (rows.next()) {
                contents.put(rows.getString(1).substring(database.length() + 1), rows.getString(2));
            }
        }
        for (var trigger : column(1, admin, """
                select concat(event_object_table, ' ', trigger_name) from information_schema.triggers
                where trigger_schema = '%s' order by trigger_name""".formatted(database))) {
            contents.merge(trigger.split(" ")[0], trigger, String::concat);
        }
        return contents;
    }

    /** Drops tables, but some, and their triggers with them; a procedure stays, and who may call it. */
    static void dropTables(String database, Set<String> but, Statement admin) throws SQLException {
        admin.execute("use " + database);
        admin.execute("set foreign_key_checks = 0");
        for (var table : tables(database, but, admin)) {
            admin.execute("drop table " + table);
        }
        admin.execute("set foreign_key_checks = 1");
    }

    private static List<String> tables(String database, Set<String> but, Statement admin) throws SQLException {
        var tables = column(1, admin, """
                select table_name from information_schema.tables
                where table_schema = '%s' and table_type = 'BASE TABLE'""".formatted(database));
        tables.removeAll(but);
        return tables;
    }

    private static List<String> column(int index, Statement admin, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var rows = admin.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(index));
            }
        }
        return values;
    }
}
