package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who owns the store can do to a record of a covered table by one SQL batch. */
final class Tamperings {
    private final JdbcClient jdbc;
    private final Random random;

    Tamperings(JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        random = new Random(seed);
    }

    /** What one tampering did, and the ids of which the verification names one. */
    record Done(String what, Set<UUID> of) {}

    /** Every other round changes a column, all in turn; the others delete, insert and swap. */
    Done run(CoveredTable table, int round) {
        var ids = ids(table.table(), table.key());
        var one = ids.get(random.nextInt(ids.size()));
        var form = Objects.requireNonNull(table.form(table.form()));
        var part = form.part();
        if (round % 2 == 0) {
            var all = form.columns().size() + (part == null ? 0 : part.columns().size());
            var at = round / 2 % all;
            if (at < form.columns().size()) {
                return changed(table.table(), table.key(), one, form.columns().get(at));
            }
            var owners = ids(
                    jdbc,
                    Objects.requireNonNull(part).table(),
                    part.key(),
                    " group by " + part.key() + " having count(*) = 1");
            return changed(
                    part.table(),
                    part.key(),
                    owners.get(random.nextInt(owners.size())),
                    part.columns().get(at - form.columns().size()));
        }
        return switch (round / 2 % (part == null ? 3 : 4)) {
            case 0 -> {
                jdbc.sql("delete from " + table.table() + " where " + table.key() + " = ?")
                        .param(Ids.bytes(one))
                        .update();
                yield new Done("deleted from " + table.table(), Set.of(one));
            }
            case 1 -> inserted(table, one, form.columns());
            case 2 -> {
                var other = ids.get((ids.indexOf(one) + 1) % ids.size());
                var spare = new UUID(1, 1);
                rename(table, one, spare);
                rename(table, other, one);
                rename(table, spare, other);
                yield new Done("swapped in " + table.table(), Set.of(one, other));
            }
            default -> {
                var owners = ids(Objects.requireNonNull(part).table(), part.key());
                var owner = owners.get(random.nextInt(owners.size()));
                jdbc.sql("delete from " + part.table() + " where " + part.key() + " = ?")
                        .param(Ids.bytes(owner))
                        .update();
                yield new Done("deleted from " + part.table(), Set.of(owner));
            }
        };
    }

    private Done changed(String table, String key, UUID id, String column) {
        var was = jdbc.sql("select * from " + table + " where " + key + " = ?")
                .param(Ids.bytes(id))
                .query()
                .listOfRows()
                .getFirst();
        jdbc.sql("update " + table + " set " + column + " = ? where " + key + " = ?")
                .params(Arrays.asList(other(table, column, was.get(column)), Ids.bytes(id)))
                .update();
        return new Done("changed " + table + "." + column, Set.of(id));
    }

    private Done inserted(CoveredTable table, UUID of, List<String> columns) {
        var row = new LinkedHashMap<>(jdbc.sql("select * from " + table.table() + " where " + table.key() + " = ?")
                .param(Ids.bytes(of))
                .query()
                .listOfRows()
                .getFirst());
        var id = UUID.randomUUID();
        columns.forEach(column -> row.replaceAll(
                (name, value) -> name.equals(column) && value != null ? other(table.table(), column, value) : value));
        row.put(table.key(), Ids.bytes(id));
        jdbc.sql("insert into " + table.table() + " (" + String.join(", ", row.keySet()) + ") values ("
                        + String.join(
                                ", ", row.keySet().stream().map(name -> "?").toList()) + ")")
                .params(new ArrayList<>(row.values()))
                .update();
        return new Done("inserted into " + table.table(), Set.of(id));
    }

    private void rename(CoveredTable table, UUID from, UUID to) {
        jdbc.sql("update " + table.table() + " set " + table.key() + " = ? where " + table.key() + " = ?")
                .params(Ids.bytes(to), Ids.bytes(from))
                .update();
    }

    /** Returns another value of the same type. */
    private Object other(String table, String column, @Nullable Object value) {
        return switch (value) {
            case byte[] id -> Ids.bytes(UUID.randomUUID());
            case String text -> text.isEmpty() ? "x" : (text.charAt(0) == 'y' ? "z" : "y") + text.substring(1);
            case Boolean truth -> !truth;
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case BigDecimal number -> number.add(BigDecimal.ONE);
            case Date day -> day.toLocalDate().plusDays(1);
            case LocalDate day -> day.plusDays(1);
            case Time time -> time.toLocalTime().plusMinutes(1);
            case LocalTime time -> time.plusMinutes(1);
            case Timestamp at -> at.toLocalDateTime().plusSeconds(1);
            case LocalDateTime at -> at.plusSeconds(1);
            case null -> some(table, column);
            default -> throw new IllegalStateException(column + ": " + value.getClass());
        };
    }

    /** Returns a value for a column that has none. */
    private Object some(String table, String column) {
        var type = jdbc.sql("select data_type from information_schema.columns where table_schema = schema()"
                        + " and table_name = ? and column_name = ?")
                .params(table, column)
                .query(String.class)
                .single();
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "BINARY", "BINARY VARYING", "VARBINARY" -> Ids.bytes(UUID.randomUUID());
            case "DATE" -> LocalDate.parse("2026-11-02");
            case "TIME" -> LocalTime.parse("10:01");
            case "TIMESTAMP", "DATETIME" -> LocalDateTime.parse("2026-11-02T10:00");
            case "BOOLEAN", "TINYINT", "BIT" -> true;
            case "INTEGER", "INT", "BIGINT", "NUMERIC", "DECIMAL" -> 2;
            default -> "x";
        };
    }

    private List<UUID> ids(String table, String key) {
        return ids(jdbc, table, key, "");
    }

    /** Returns the ids of some records, of more than one. */
    static List<UUID> ids(JdbcClient jdbc, String table, String key, String which) {
        var ids = new ArrayList<>(new HashSet<>(jdbc.sql("select " + key + " from " + table + which)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list()));
        ids.sort(Ids.IN_STORE);
        assertThat(ids).as("a test without records of " + table).hasSizeGreaterThan(1);
        return ids;
    }
}
