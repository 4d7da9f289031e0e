package io.plumbline.shared.store;

import jakarta.persistence.AttributeConverter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Stores a value as JSON in one column: it is read and written as a whole, with its row. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JavaType type;
    private final @Nullable T none;

    /** Stores values of which a row may have none. */
    protected JsonColumn(Class<T> type) {
        this(type, null);
    }

    /** @param none the value that is stored as null */
    protected JsonColumn(Type type, @Nullable T none) {
        this.type = JSON.constructType(type);
        this.none = none;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null || value.equals(none) ? null : JSON.writeValueAsString(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String column) {
        return column == null ? none : JSON.readValue(column, type);
    }

    /** Stores a list; an empty one as null. */
    public abstract static class OfList<E> extends JsonColumn<List<E>> {
        protected OfList(Class<E> element) {
            super(JSON.getTypeFactory().constructCollectionType(List.class, element), List.of());
        }

        @Override
        public List<E> convertToEntityAttribute(@Nullable String column) {
            return List.copyOf(Objects.requireNonNull(super.convertToEntityAttribute(column)));
        }
    }
}
