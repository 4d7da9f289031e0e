package io.plumbline.shared.store;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.Nullness;
import org.springframework.core.ResolvableType;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Maps the rows of one result to records, and values to what the store keeps: ids as {@code binary(16)}, enums by name,
 * instants as date and time in UTC.
 *
 * <p>A component is read from the column of its name in snake case: that of an id may also end in {@code _id}, that of a
 * moment in {@code _at}, that of a day in {@code _on}, and {@code is} may be missing. A set of enums is read from the text
 * of their names, separated by commas. A record of one component, such as an id, or with a constructor that takes a text,
 * such as a phone number, is the value of one column. Any other record is read from the columns that begin with its own
 * name, {@code booked_on} for {@code booked.on()}. If it may be null, it is null when all of them are; if not, its columns
 * may also have the names of its own components.
 *
 * @param <T> a record, or the type of the first column
 */
public final class Rows<T> implements RowMapper<T> {
    private static final Map<Class<?>, Column> SIMPLE = Map.ofEntries(
            Map.entry(String.class, ResultSet::getString),
            Map.entry(byte[].class, ResultSet::getBytes),
            Map.entry(int.class, ResultSet::getInt),
            Map.entry(Integer.class, ResultSet::getInt),
            Map.entry(long.class, ResultSet::getLong),
            Map.entry(Long.class, ResultSet::getLong),
            Map.entry(double.class, ResultSet::getDouble),
            Map.entry(boolean.class, ResultSet::getBoolean),
            Map.entry(Boolean.class, ResultSet::getBoolean),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(LocalDate.class, (row, at) -> row.getObject(at, LocalDate.class)),
            Map.entry(LocalTime.class, (row, at) -> row.getObject(at, LocalTime.class)),
            Map.entry(LocalDateTime.class, (row, at) -> row.getObject(at, LocalDateTime.class)),
            Map.entry(Instant.class, Rows::instant),
            Map.entry(UUID.class, Rows::uuid));

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private @Nullable Reader reader;

    private Rows(Class<T> type) {
        this.type = type;
    }

    /** Returns a mapper for the rows of one result. */
    public static <T> Rows<T> of(Class<T> type) {
        return new Rows<>(type);
    }

    /** Converts a value, or each of a collection, to the form in which the store keeps it; leaves other values alone. */
    public static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Id id -> Ids.bytes(id.value());
            case UUID id -> Ids.bytes(id);
            case Enum<?> kind -> kind.name();
            case Instant at -> Utc.of(at);
            case Collection<?> all -> all.stream().map(Rows::stored).toList();
            default -> value;
        };
    }

    /**
     * Maps the current row.
     *
     * @throws InvalidDataAccessApiUsageException if a component has no column, or is null and must not be
     */
    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        if (reader == null) {
            reader = reader(row);
        }
        @SuppressWarnings("unchecked")
        var value = (T) reader.read(row);
        if (value == null) {
            throw new InvalidDataAccessApiUsageException(type.getSimpleName() + " must not be null");
        }
        return value;
    }

    private Reader reader(ResultSet row) throws SQLException {
        var column = column(type);
        if (column != null) {
            return new Cell(column, 1);
        }
        var result = row.getMetaData();
        var columns = new HashMap<String, Integer>();
        for (int at = 1; at <= result.getColumnCount(); at++) {
            columns.putIfAbsent(result.getColumnLabel(at).toLowerCase(Locale.ROOT), at);
        }
        return Nested.of(SHAPES.get(type), "", false, columns);
    }

    /** Returns how to read a value of one column; null if the type is a record of several. */
    private static @Nullable Column column(Class<?> type) {
        var simple = SIMPLE.get(type);
        if (simple != null || !type.isEnum() && !type.isRecord()) {
            return simple;
        }
        if (type.isEnum()) {
            return (row, at) -> constant(type, row.getString(at));
        }
        var shape = SHAPES.get(type);
        var ofText = shape.ofText();
        var only = ofText != null
                ? SIMPLE.get(String.class)
                : shape.parts().getFirst().column();
        if (only == null || ofText == null && shape.parts().size() > 1) {
            return null;
        }
        var constructor = ofText != null ? ofText : shape.constructor();
        return (row, at) -> {
            var value = only.read(row, at);
            return value == null || row.wasNull() ? null : BeanUtils.instantiateClass(constructor, value);
        };
    }

    private static @Nullable Column column(RecordComponent component) {
        var items = ResolvableType.forType(component.getGenericType())
                .asCollection()
                .resolveGeneric();
        return component.getType() == Set.class && items != null && items.isEnum()
                ? (row, at) -> named(items, row.getString(at))
                : column(component.getType());
    }

    /** Reads the constants of an enum from their names, separated by commas. */
    public static <E extends Enum<E>> Set<E> constants(Class<E> type, String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object named(Class type, @Nullable String names) {
        return names == null ? null : constants(type, names);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object constant(Class type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Object instant(ResultSet row, int at) throws SQLException {
        var stored = row.getObject(at, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Object uuid(ResultSet row, int at) throws SQLException {
        var stored = row.getBytes(at);
        return stored == null ? null : Ids.uuid(stored);
    }

    /** Reads the value of a column. */
    private interface Column {
        @Nullable
        Object read(ResultSet row, int at) throws SQLException;
    }

    /** Reads a component of the current row. */
    private interface Reader {
        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    /**
     * A record: its constructor and what it takes; kept for each type.
     *
     * @param ofText a constructor that takes what is stored; null if there is none
     */
    private record Shape(
            Constructor<?> constructor, @Nullable Constructor<?> ofText, List<Part> parts) {
        static Shape of(Class<?> type) {
            if (!type.isRecord()) {
                throw new InvalidDataAccessApiUsageException("No row is a " + type.getName());
            }
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                var parts = new Part[components.length];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = new Part(
                            type.getSimpleName() + "." + components[i].getName(),
                            labels(components[i]),
                            types[i],
                            column(components[i]),
                            Nullness.forParameter(constructor.getParameters()[i]) == Nullness.NULLABLE);
                }
                return new Shape(constructor, ClassUtils.getConstructorIfAvailable(type, String.class), List.of(parts));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> labels(RecordComponent component) {
            var type = component.getType();
            var ending = type == LocalDate.class
                    ? "_on"
                    : type == Instant.class || type == LocalTime.class
                            ? "_at"
                            : type == UUID.class || Id.class.isAssignableFrom(type) ? "_id" : "";
            var label = JdbcUtils.convertPropertyNameToUnderscoreName(component.getName());
            return List.of(label, label + ending, label.startsWith("is_") ? label.substring(3) : label);
        }
    }

    /**
     * A component of a record.
     *
     * @param labels the columns from which it may be read, its own name first
     * @param column null if it is a record of several columns
     */
    private record Part(
            String name,
            List<String> labels,
            Class<?> type,
            @Nullable Column column,
            boolean isNullable) {
        Reader in(Map<String, Integer> columns, String prefix) {
            if (column == null) {
                var own = prefix + labels.getFirst() + "_";
                var isPrefixed = isNullable || columns.keySet().stream().anyMatch(label -> label.startsWith(own));
                return Nested.of(SHAPES.get(type), isPrefixed ? own : prefix, isNullable, columns);
            }
            for (var label : labels) {
                var at = columns.get(prefix + label);
                if (at != null) {
                    return new Cell(column, at);
                }
            }
            throw new InvalidDataAccessApiUsageException("No column " + prefix + labels.getFirst() + " for " + name);
        }
    }

    /** Reads a column; drivers return zero or false for a primitive that is null. */
    private record Cell(Column column, int at) implements Reader {
        @Override
        public @Nullable Object read(ResultSet row) throws SQLException {
            var value = column.read(row, at);
            return value == null || row.wasNull() ? null : value;
        }
    }

    private record Nested(Shape shape, boolean isNullable, Reader[] readers) implements Reader {
        static Nested of(Shape shape, String prefix, boolean isNullable, Map<String, Integer> columns) {
            return new Nested(
                    shape,
                    isNullable,
                    shape.parts().stream().map(part -> part.in(columns, prefix)).toArray(Reader[]::new));
        }

        @Override
        public @Nullable Object read(ResultSet row) throws SQLException {
            var values = new Object[readers.length];
            var isEmpty = isNullable;
            for (int i = 0; i < values.length; i++) {
                values[i] = readers[i].read(row);
                isEmpty &= values[i] == null;
            }
            if (isEmpty) {
                return null;
            }
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null && !shape.parts().get(i).isNullable()) {
                    throw new InvalidDataAccessApiUsageException(
                            shape.parts().get(i).name() + " must not be null");
                }
            }
            return BeanUtils.instantiateClass(shape.constructor(), values);
        }
    }
}
