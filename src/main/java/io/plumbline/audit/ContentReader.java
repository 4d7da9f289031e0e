package io.plumbline.audit;

import io.plumbline.audit.CoveredTable.Form;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.signing.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records of covered tables, and computes their hashes: each field with its name and its length. */
@Component
class ContentReader {
    private static final String PURPOSE = "content of a record";
    private static final StringBuilder NOTHING = new StringBuilder();

    private final JdbcClient jdbc;
    private final KeyedHash hashes;

    ContentReader(JdbcClient jdbc, KeyedHash hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /** Returns the ids of records in their order, from the first one on if there is no last one. */
    List<UUID> idsAfter(CoveredTable table, @Nullable UUID last, int limit) {
        return jdbc.sql("select " + table.key() + " from " + table.table()
                        + (last == null ? "" : " where " + table.key() + " > :last") + " order by " + table.key()
                        + " limit " + limit)
                .params(last == null ? Map.of() : Map.of("last", last))
                .query(UUID.class)
                .list();
    }

    /** Returns a row that is part of a record which does not exist; empty if there is none. */
    Optional<UUID> strayPart(CoveredTable table) {
        return Optional.ofNullable(table.forms().getLast().part())
                .flatMap(part -> jdbc.sql("select " + part.key() + " from " + part.table() + " p where not exists ("
                                + "select 1 from " + table.table() + " t where t." + table.key() + " = p." + part.key()
                                + ") limit 1")
                        .query(UUID.class)
                        .optional());
    }

    /** Returns the hashes of those records that exist, in the form in which hashes are written. */
    Map<UUID, RecordHash> read(CoveredTable table, Collection<UUID> keys) {
        return read(table, keys, table.form());
    }

    /** Returns the hashes of those records that exist; none if there is no such form. */
    Map<UUID, RecordHash> read(CoveredTable table, Collection<UUID> keys, int number) {
        var form = table.form(number);
        if (form == null || keys.isEmpty()) {
            return Map.of();
        }
        var parts = parts(form, keys);
        var found = new LinkedHashMap<UUID, RecordHash>();
        var version = table.version() == null ? "0" : table.version();
        jdbc.sql("select " + table.key() + ", " + version + ", " + String.join(", ", form.columns()) + " from "
                        + table.table() + " where " + table.key() + " in (:keys)")
                .param("keys", keys)
                .query(row -> {
                    var id = Ids.uuid(row.getBytes(1));
                    var text = new StringBuilder(table.table() + " " + number + "\n");
                    append(text, table.key(), id.toString());
                    append(text, form.columns(), row, 3);
                    text.append(parts.getOrDefault(id, NOTHING));
                    var hash = HexFormat.of().formatHex(hashes.hash(PURPOSE, text.toString()));
                    found.put(id, new RecordHash(table.kind(), id, number, row.getLong(2), hash, false));
                });
        return found;
    }

    private Map<UUID, StringBuilder> parts(Form form, Collection<UUID> keys) {
        var part = form.part();
        if (part == null) {
            return Map.of();
        }
        var texts = new HashMap<UUID, StringBuilder>();
        var columns = String.join(", ", part.columns());
        jdbc.sql("select " + part.key() + ", " + columns + " from " + part.table() + " where " + part.key()
                        + " in (:keys) order by " + part.key() + ", " + columns)
                .param("keys", keys)
                .query(row -> {
                    var text = texts.computeIfAbsent(Ids.uuid(row.getBytes(1)), id -> new StringBuilder());
                    text.append(part.table()).append('\n');
                    append(text, part.columns(), row, 2);
                });
        return texts;
    }

    private static void append(StringBuilder text, List<String> columns, ResultSet row, int first) throws SQLException {
        for (var at = 0; at < columns.size(); at++) {
            append(text, columns.get(at), value(row, first + at));
        }
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        text.append(name).append(' ');
        if (value != null) {
            text.append(value.length()).append(':').append(value);
        }
        text.append('\n');
    }

    /** Returns a value in a text that is the same whatever driver reads it. */
    private static @Nullable String value(ResultSet row, int at) throws SQLException {
        if (row.getObject(at) == null) {
            return null;
        }
        return switch (row.getMetaData().getColumnType(at)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                HexFormat.of().formatHex(row.getBytes(at));
            case Types.BOOLEAN, Types.BIT -> String.valueOf(row.getBoolean(at));
            case Types.DECIMAL, Types.NUMERIC -> row.getBigDecimal(at).toPlainString();
            case Types.DATE -> row.getObject(at, LocalDate.class).toString();
            case Types.TIME -> row.getObject(at, LocalTime.class).toString();
            case Types.TIMESTAMP -> row.getObject(at, LocalDateTime.class).toString();
            default -> row.getString(at);
        };
    }
}
