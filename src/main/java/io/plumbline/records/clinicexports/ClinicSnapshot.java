package io.plumbline.records.clinicexports;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The rows of a clinic as they are at one instant, however long they are read: in one transaction that sees no change by
 * others. Rows come one by one, so that a large table needs no more memory than a small one.
 */
final class ClinicSnapshot implements AutoCloseable {
    private static final int UUID_BYTES = 16;
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    /** What makes the driver of MySQL read row by row. */
    private static final int ONE_BY_ONE = Integer.MIN_VALUE;

    private final Connection connection;
    private final JdbcClient store;
    private final boolean isMySql;
    private final byte[] export;
    private final byte[] clinic;
    private int networkTimeout;

    /** Takes a row: its values by column, in the order of the table. */
    @FunctionalInterface
    interface Rows {
        void take(SequencedMap<String, @Nullable Object> row);
    }

    /**
     * A file on a record.
     *
     * @param id of its row
     * @param storedAs its name in the file store
     * @param sha256 the hash that was noted when it was added
     */
    record StoredFile(UUID id, String storedAs, FileFormat format, String sha256) {
        String name() {
            return id + "." + format.ending();
        }
    }

    private ClinicSnapshot(Connection connection, boolean isMySql, ClinicExportId export, ClinicId clinic) {
        this.connection = connection;
        this.store = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.isMySql = isMySql;
        this.export = Ids.bytes(export.value());
        this.clinic = Ids.bytes(clinic.value());
    }

    /** Begins the transaction. */
    static ClinicSnapshot take(DataSource source, ClinicExportId export, ClinicId clinic) throws SQLException {
        var connection = source.getConnection();
        try {
            var isMySql = "MySQL".equals(connection.getMetaData().getDatabaseProductName());
            var snapshot = new ClinicSnapshot(connection, isMySql, export, clinic);
            snapshot.isolate();
            return snapshot;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private void isolate() throws SQLException {
        connection.setAutoCommit(false);
        if (isMySql) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // a table of a group may be read for minutes before the next row of this clinic
            networkTimeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_SILENCE.toMillis());
        } else {
            // H2's repeatable read is of one table at a time
            store.sql("set session characteristics as transaction isolation level snapshot")
                    .update();
            store.sql("set lazy_query_execution true").update();
        }
    }

    /** Counts the rows of a table. */
    long count(ExportedTable table) {
        return of(table.count()).query(Long.class).single();
    }

    /** Reads the rows of a table. */
    void read(ExportedTable table, Rows rows) {
        var sql = of(table.rows());
        (isMySql ? sql.withFetchSize(ONE_BY_ONE) : sql).query(row -> {
            rows.take(values(table, row));
        });
    }

    /** Returns the files on the records of its patients. */
    List<StoredFile> files() {
        return of(ExportedTables.FILES)
                .query((row, n) -> new StoredFile(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("stored_as"),
                        FileFormat.valueOf(row.getString("format")),
                        row.getString("sha256")))
                .list();
    }

    /** Returns the columns of a table, in its order, with what their values are. */
    SequencedMap<String, String> columns(ExportedTable table) {
        return of(table.rows() + " and 1 = 0").query(row -> {
            var meta = row.getMetaData();
            var columns = new LinkedHashMap<String, String>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                var name = meta.getColumnLabel(i).toLowerCase(Locale.ROOT);
                if (!table.without().contains(name)) {
                    columns.put(name, kind(meta.getColumnType(i), meta.getPrecision(i)));
                }
            }
            return columns;
        });
    }

    private static String kind(int type, int length) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                length == UUID_BYTES ? "uuid" : "base64";
            case Types.TIMESTAMP -> "instant";
            case Types.DATE -> "date";
            case Types.TIME -> "time";
            case Types.BIT, Types.BOOLEAN -> "boolean";
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC -> "number";
            default -> "text";
        };
    }

    private JdbcClient.StatementSpec of(String sql) {
        return store.sql(sql).param("export", export).param("clinic", clinic);
    }

    private static SequencedMap<String, @Nullable Object> values(ExportedTable table, ResultSet row)
            throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            var name = meta.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!table.without().contains(name)) {
                values.put(name, value(row, i, meta.getColumnType(i)));
            }
        }
        return values;
    }

    /** An instant with its zone, a day, a time, an id, a number, a yes or no, or a text; null if the column is empty. */
    private static @Nullable Object value(ResultSet row, int column, int type) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> bytes(row.getBytes(column));
            case Types.TIMESTAMP ->
                row.getObject(column, LocalDateTime.class)
                        .toInstant(ZoneOffset.UTC)
                        .toString();
            case Types.DATE -> row.getObject(column, LocalDate.class).toString();
            case Types.TIME -> row.getObject(column, LocalTime.class).toString();
            case Types.BIT, Types.BOOLEAN -> row.getBoolean(column);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> row.getLong(column);
            case Types.DECIMAL, Types.NUMERIC -> row.getBigDecimal(column);
            default -> row.getString(column);
        };
    }

    private static String bytes(byte[] value) {
        return value.length == UUID_BYTES
                ? Ids.uuid(value).toString()
                : Base64.getEncoder().encodeToString(value);
    }

    /** Ends the transaction, and leaves the connection to others as it was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            if (isMySql) {
                connection.setNetworkTimeout(Runnable::run, networkTimeout);
            } else {
                store.sql("set lazy_query_execution false").update();
                store.sql("set session characteristics as transaction isolation level read committed")
                        .update();
            }
        }
    }
}
