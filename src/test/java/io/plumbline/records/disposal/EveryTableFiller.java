package io.plumbline.records.disposal;

import io.plumbline.shared.ids.Ids;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a patient a row of each table that disposal has a rule for, as the schema asks for it, so that a test of disposal
 * misses no table that is added later. Every free text says the mark.
 */
public final class EveryTableFiller {
    private static final Pattern OF = Pattern.compile("(\\w+) (=|in) (.*)");
    private static final int SHORTEST_FREE_TEXT = 40;
    private static final Pattern STAFF =
            Pattern.compile(".*_by|author_id|staff_id|.*practitioner_id|raised_.*|owner_id");

    /** What must be over, so that nothing keeps the record. */
    private static final Map<String, String> STATES = Map.of(
            "red_flag", "CLEARED",
            "checkout_order", "DONE",
            "amendment_request", "DENIED",
            "access_request", "FULFILLED",
            "online_intake", "SUBMITTED",
            "appointment", "CANCELLED",
            "session_note", "DRAFT",
            "intake_note", "DRAFT");

    /** Some are unique, also among patients. */
    private static final AtomicInteger CODES = new AtomicInteger();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final String mark;
    private final byte[] patient;
    private final byte[] other;
    private final byte[] staff;

    private record Column(String name, int type, int size, boolean isFree) {}

    public EveryTableFiller(JdbcTemplate template, String mark, byte[] patient, byte[] other, byte[] staff) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.mark = mark;
        this.patient = patient;
        this.other = other;
        this.staff = staff;
    }

    /** Adds a row where a rule finds none yet. */
    public void fill(String table, String where) {
        if (count(table, where) > 0) {
            return;
        }
        var of = OF.matcher(where);
        if (!of.matches()) {
            throw new IllegalStateException(where);
        }
        var failures = new ArrayList<String>();
        for (var value : values(of.group(3))) {
            try {
                insert(table, Map.of(of.group(1), value));
                return;
            } catch (DataAccessException signedOrElse) {
                failures.add(String.valueOf(signedOrElse.getMessage()));
            }
        }
        throw new IllegalStateException(table + " where " + where + ": " + failures);
    }

    long count(String table, String where) {
        return jdbc.sql("select count(*) from " + table + " where " + where)
                .param(patient)
                .query(Long.class)
                .single();
    }

    private List<byte[]> values(String what) {
        return what.equals("?")
                ? List.of(patient)
                : jdbc.sql(what.substring(1, what.length() - 1))
                        .param(patient)
                        .query(byte[].class)
                        .list();
    }

    /** Adds a row with some values, and the id that it got. */
    public byte[] insert(String table, Map<String, ?> given) {
        var row = new LinkedHashMap<String, @Nullable Object>(given);
        var keys = keys(table);
        for (var column : columns(table)) {
            if (!row.containsKey(column.name())) {
                var value = value(table, column, keys.get(column.name()), given);
                if (value != null) {
                    row.put(column.name(), value);
                }
            }
        }
        jdbc.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + String.join(
                                ", ", row.keySet().stream().map(name -> "?").toList()) + ")")
                .params(new ArrayList<>(row.values()))
                .update();
        return row.get("id") instanceof byte[] id ? id : new byte[0];
    }

    private @Nullable Object value(String table, Column column, @Nullable String parent, Map<String, ?> given) {
        if (isText(column.type())) {
            return text(table, column, given);
        }
        if (column.isFree()) {
            return null;
        }
        if (parent != null) {
            return parent(parent, given);
        }
        return switch (column.type()) {
            case Types.BINARY, Types.VARBINARY -> binary(column, given);
            case Types.DATE -> "2026-11-01";
            case Types.TIME -> "10:00:00";
            case Types.TIMESTAMP -> "2026-11-01 10:00:00";
            case Types.BOOLEAN, Types.BIT -> false;
            default -> 1;
        };
    }

    private @Nullable Object text(String table, Column column, Map<String, ?> given) {
        if (column.name().equals("status")) {
            return STATES.getOrDefault(table, "X");
        }
        if (column.name().equals("stored_as")) {
            return "%032x".formatted(CODES.getAndIncrement());
        }
        if (table.equals("recall") && column.name().equals("reason")) {
            // a job reads it
            return "MISSED";
        }
        if (column.size() == 64) {
            return "%064x".formatted(CODES.getAndIncrement());
        }
        if (column.size() >= SHORTEST_FREE_TEXT) {
            return given.isEmpty() ? "About no patient" : mark;
        }
        if (column.isFree()) {
            return null;
        }
        // some of them are unique
        var code = "X" + Integer.toString(CODES.getAndIncrement(), Character.MAX_RADIX);
        return code.substring(0, Math.min(code.length(), column.size()));
    }

    private byte[] binary(Column column, Map<String, ?> given) {
        if (STAFF.matcher(column.name()).matches()) {
            return staff;
        }
        if (column.name().equals("patient_id")) {
            return ofPatient(given);
        }
        var id = Ids.bytes(Ids.next());
        return column.size() == id.length ? id : Arrays.copyOf(id, column.size());
    }

    private byte[] parent(String table, Map<String, ?> given) {
        return switch (table) {
            case "patient" -> ofPatient(given);
            case "staff_account", "practitioner" -> staff;
            default -> {
                // of the patient where there is one: what hangs on another's record is not disposed of
                var some =
                        columns(table).stream().anyMatch(column -> column.name().equals("patient_id"))
                                ? jdbc.sql("select id from " + table + " order by patient_id = ? desc limit 1")
                                        .param(patient)
                                : jdbc.sql("select id from " + table + " limit 1");
                yield some.query(byte[].class).optional().orElseGet(() -> insert(table, Map.of()));
            }
        };
    }

    /** A row that names the patient in one place names another one in the other. */
    private byte[] ofPatient(Map<String, ?> given) {
        return given.containsValue(patient) ? other : patient;
    }

    private static boolean isText(int type) {
        return Set.of(Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB).contains(type);
    }

    private List<Column> columns(String table) {
        return ask((meta, connection) -> {
            var all = new ArrayList<Column>();
            var name = actual(meta, connection, table);
            try (var rows = meta.getColumns(connection.getCatalog(), connection.getSchema(), name, null)) {
                while (rows.next()) {
                    if ("YES".equals(rows.getString("IS_AUTOINCREMENT"))
                            || "YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
                        continue;
                    }
                    all.add(new Column(
                            rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                            rows.getInt("DATA_TYPE"),
                            rows.getInt("COLUMN_SIZE"),
                            rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls
                                    || rows.getString("COLUMN_DEF") != null));
                }
            }
            return all;
        });
    }

    private Map<String, String> keys(String table) {
        return ask((meta, connection) -> {
            var all = new HashMap<String, String>();
            var name = actual(meta, connection, table);
            try (var rows = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
                while (rows.next()) {
                    all.put(
                            rows.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                            rows.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
            return all;
        });
    }

    private static String actual(DatabaseMetaData meta, Connection connection, String table) throws SQLException {
        try (ResultSet rows = meta.getTables(
                connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                    return rows.getString("TABLE_NAME");
                }
            }
        }
        throw new IllegalStateException("There is no table " + table);
    }

    @FunctionalInterface
    private interface Question<T> {
        T of(DatabaseMetaData meta, Connection connection) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        return Objects.requireNonNull(template.execute(
                (ConnectionCallback<T>) connection -> question.of(connection.getMetaData(), connection)));
    }
}
