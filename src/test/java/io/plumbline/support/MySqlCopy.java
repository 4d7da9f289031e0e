package io.plumbline.support;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
                where trigger_schema = '%s' order by action_order""".formatted(from))) {
            admin.execute(column(STATEMENT_OF_ROUTINE, admin, "show create trigger %s.%s".formatted(from, trigger))
                    .getFirst()
                    .replace(from, to));
        }
        admin.execute("set foreign_key_checks = 1");
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
