package io.plumbline.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes a MySQL database as SQL statements that each end with {@code ;;} at the end of a line. The same rows are always the
 * same bytes, so a database that was restored is compared with its backup by writing it again.
 */
final class SqlDump {
    static final String TABLES = "1-tables.sql";
    static final String ROUTINES = "3-routines.sql";

    /** Ends a statement. */
    static final String END = ";;\n";

    private static final String ROWS = "2-rows/";
    private static final String DELIMITER = "delimiter ;;\n";
    private static final byte[] COMMA = ascii(",");

    /** About how long a statement becomes, in bytes: far below what MySQL takes in one packet. */
    private static final int STATEMENT = 1 << 19;

    private final Connection connection;
    private final JdbcClient open;

    SqlDump(Connection connection) {
        this.connection = connection;
        this.open = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private record Column(String name, String type) {}

    /** Returns the name of the part with the rows of a table. */
    static String rowsOf(String table) {
        return ROWS + table + ".sql";
    }

    /** Writes the statements that create the tables, with their keys. */
    void writeTables(List<String> tables, OutputStream to) throws IOException {
        write(DELIMITER, to);
        write("set foreign_key_checks = 0" + END, to);
        for (var table : tables) {
            write(shown("show create table `" + table + "`", "Create Table") + END, to);
        }
    }

    /** Writes the triggers and procedures of the database. */
    void writeRoutines(OutputStream to) throws IOException {
        write(DELIMITER, to);
        for (var trigger : names(
                "select trigger_name from information_schema.triggers where trigger_schema = schema() order by event_object_table, action_order, trigger_name")) {
            write(withoutDefiner(shown("show create trigger `" + trigger + "`", "SQL Original Statement")) + END, to);
        }
        for (var routine : names(
                "select routine_name from information_schema.routines where routine_schema = schema() and routine_type = 'PROCEDURE' order by 1")) {
            write(withoutDefiner(shown("show create procedure `" + routine + "`", "Create Procedure")) + END, to);
        }
    }

    /** Who restores it becomes its definer. */
    private static String withoutDefiner(String statement) {
        return statement.replaceFirst("(?i) definer\\s*=\\s*`[^`]*`@`[^`]*`", "");
    }

    private List<String> names(String sql) {
        return open.sql(sql).query(String.class).list();
    }

    private String shown(String sql, String column) {
        return open.sql(sql).query((row, at) -> row.getString(column)).single();
    }

    /**
     * Writes the rows of a table in the order of its primary key.
     *
     * @return their number
     */
    long writeRows(String table, OutputStream to) throws IOException {
        var columns = columns(table);
        var names = quoted(columns.stream().map(Column::name).toList());
        var types = columns.stream().map(Column::type).toList();
        var begin = ascii("insert into `%s` (%s) values ".formatted(table, names));
        var order = primaryKey(table);
        write(DELIMITER, to);
        write("set foreign_key_checks = 0" + END, to);
        try (var statement = connection.createStatement()) {
            // row by row, whatever the size of the table
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var rows = statement.executeQuery("select %s from `%s`%s"
                    .formatted(names, table, order.isEmpty() ? "" : " order by " + quoted(order)))) {
                return writeRows(rows, types, begin, to);
            }
        } catch (SQLException unreadable) {
            throw new BackupProblem(
                    "The table %s cannot be read: %s".formatted(table, unreadable.getMessage()), unreadable);
        }
    }

    private static long writeRows(ResultSet rows, List<String> types, byte[] begin, OutputStream to)
            throws SQLException, IOException {
        var count = 0L;
        var length = 0;
        while (rows.next()) {
            var row = new SqlRow();
            for (int column = 1; column <= types.size(); column++) {
                row.add(column, rows.getBytes(column), types.get(column - 1));
            }
            var bytes = row.bytes();
            if (length > 0 && length + bytes.length > STATEMENT) {
                write(END, to);
                length = 0;
            }
            to.write(length == 0 ? begin : COMMA);
            to.write(bytes);
            length += bytes.length;
            count++;
        }
        if (length > 0) {
            write(END, to);
        }
        return count;
    }

    /** What MySQL computes itself is left out. */
    private List<Column> columns(String table) {
        return open.sql("""
                        select column_name, data_type from information_schema.columns
                        where table_schema = schema() and table_name = ? and generation_expression = ''
                        order by ordinal_position
                        """)
                .param(table)
                .query((row, at) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private List<String> primaryKey(String table) {
        return open.sql("""
                        select column_name from information_schema.statistics
                        where table_schema = schema() and table_name = ? and index_name = 'PRIMARY' order by seq_in_index
                        """).param(table).query(String.class).list();
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(","));
    }

    private static void write(String text, OutputStream to) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
