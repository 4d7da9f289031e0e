package io.plumbline.shared.signing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Compares versions of a record field by field and merges them; the fields of a {@link RecordPart} count singly. */
public final class RecordVersions {
    private RecordVersions() {}

    /** Returns the names of the fields that differ, in the order of the record. */
    public static <R extends Record> List<String> changedFields(R before, R after) {
        return changed(before, after).toList();
    }

    private static Stream<String> changed(Record before, Record after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(field -> !Objects.equals(value(field, before), value(field, after)))
                .flatMap(field -> value(field, before) instanceof RecordPart one
                                && value(field, after) instanceof RecordPart other
                        ? changed((Record) one, (Record) other)
                        : Stream.of(field.getName()));
    }

    /** Returns the values of the fields by name; null for those without one. */
    public static Map<String, @Nullable Object> values(Record record) {
        var values = new HashMap<String, @Nullable Object>();
        for (var field : record.getClass().getRecordComponents()) {
            var value = value(field, record);
            if (value instanceof RecordPart) {
                values.putAll(values((Record) value));
            } else {
                values.put(field.getName(), value);
            }
        }
        return values;
    }

    /** Returns whether a field says nothing: it has no value, no text or no rows. */
    public static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof Collection<?> rows && rows.isEmpty();
    }

    /**
     * Returns {@code theirs} with the fields that differ between {@code base} and {@code mine} taken from {@code mine}.
     */
    public static <R extends Record> R merged(R base, R theirs, R mine) {
        return with(theirs, changedFields(base, mine), mine);
    }

    /** Returns a copy of a record with some fields taken from another one. */
    public static <R extends Record> R with(R base, Collection<String> names, R from) {
        var fields = base.getClass().getRecordComponents();
        var values = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            var kept = value(fields[i], base);
            values[i] = kept instanceof RecordPart
                    ? with((Record) kept, names, (Record) Objects.requireNonNull(value(fields[i], from)))
                    : names.contains(fields[i].getName()) ? value(fields[i], from) : kept;
        }
        return create(base, values);
    }

    /**
     * Returns a copy of a record with another value in one of its own fields.
     *
     * @throws IllegalArgumentException if it has no field of that name
     */
    public static <R extends Record> R with(R base, String name, @Nullable Object value) {
        var fields = List.of(base.getClass().getRecordComponents());
        if (fields.stream().noneMatch(field -> field.getName().equals(name))) {
            throw new IllegalArgumentException(base.getClass() + " has no " + name);
        }
        return create(
                base,
                fields.stream()
                        .map(field -> field.getName().equals(name) ? value : value(field, base))
                        .toArray());
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R create(R like, @Nullable Object[] values) {
        var types = Arrays.stream(like.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return (R) ReflectionUtils.accessibleConstructor(like.getClass(), types)
                    .newInstance(values);
        } catch (ReflectiveOperationException refused) {
            ReflectionUtils.handleReflectionException(refused);
            throw new IllegalStateException(refused);
        }
    }

    private static @Nullable Object value(RecordComponent field, Record of) {
        ReflectionUtils.makeAccessible(field.getAccessor());
        return ReflectionUtils.invokeMethod(field.getAccessor(), of);
    }
}
