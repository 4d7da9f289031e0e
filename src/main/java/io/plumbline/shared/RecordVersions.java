package io.plumbline.shared;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares versions of the same record field by field, and brings two of them together. */
public final class RecordVersions {
    private RecordVersions() {}

    /** The names of the fields that differ, in the order of the record. */
    public static <R extends Record> List<String> changedFields(R before, R after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(field -> !Objects.equals(value(field, before), value(field, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    /** What I changed since both began from {@code base}, and for all else what the other has made of it. */
    public static <R extends Record> R merged(R base, R theirs, R mine) {
        return with(theirs, changedFields(base, mine), mine);
    }

    /** A record as it is, but for some fields, which are taken from another. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R base, Collection<String> names, R from) {
        var fields = base.getClass().getRecordComponents();
        var values = new @Nullable Object[fields.length];
        var types = new Class<?>[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(fields[i], names.contains(fields[i].getName()) ? from : base);
            types[i] = fields[i].getType();
        }
        try {
            return (R) base.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException neverOfAPublicRecord) {
            throw new IllegalStateException(neverOfAPublicRecord);
        }
    }

    private static @Nullable Object value(RecordComponent field, Record of) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException neverOfAPublicRecord) {
            throw new IllegalStateException(neverOfAPublicRecord);
        }
    }
}
