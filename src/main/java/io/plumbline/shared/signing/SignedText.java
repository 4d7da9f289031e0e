package io.plumbline.shared.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text that a signature covers: JSON without whitespace, in UTF-8. Its form names each field and writes them in its
 * own order, so that no change of a class changes the text of what was signed before. It takes plain values only.
 */
public final class SignedText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /**
     * Adds a field.
     *
     * @param value a text, a number, a truth value, an id, a date, an instant, an enum constant, a part, or several of
     *     them; null is written
     * @throws IllegalArgumentException if the text has a field of this name, or the value is of another type
     */
    public SignedText put(String name, @Nullable Object value) {
        if (fields.containsKey(name)) {
            throw new IllegalArgumentException("The signed text has two fields with the name " + name);
        }
        fields.put(name, plain(value));
        return this;
    }

    /** Adds a field unless its value is null or empty, as of a field that older records of the form do not have. */
    public SignedText putIfFilled(String name, @Nullable Object value) {
        var isEmpty = RecordVersions.isEmpty(value) || value instanceof SignedText part && part.fields.isEmpty();
        return isEmpty ? this : put(name, value);
    }

    /** Returns one part for each row. */
    public static <T> Collection<SignedText> rows(Collection<T> rows, Function<T, SignedText> part) {
        return rows.stream().map(part).toList();
    }

    /** Returns one part for each entry, in the order of the entries. */
    public static <V> SignedText entries(Map<? extends Object, V> entries, Function<V, SignedText> part) {
        var all = new SignedText();
        entries.forEach((key, value) -> all.put(String.valueOf(plain(key)), part.apply(value)));
        return all;
    }

    /** Returns the part, or null if there is nothing to write. */
    public static <T> @Nullable SignedText part(@Nullable T value, Function<T, SignedText> part) {
        return value == null ? null : part.apply(value);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Integer number -> number;
            case Boolean truth -> truth;
            case UUID id -> id.toString();
            case LocalDate day -> day.toString();
            case Instant instant -> instant.toString();
            case Enum<?> constant -> constant.name();
            case SignedText part -> part.fields;
            case Collection<?> rows -> rows.stream().map(SignedText::plain).toList();
            case Map<?, ?> entries -> plain(entries);
            default -> throw new IllegalArgumentException("A signed text has no " + value.getClass());
        };
    }

    private static Map<String, @Nullable Object> plain(Map<?, ?> entries) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((key, value) -> all.put(String.valueOf(plain(key)), plain(value)));
        return all;
    }

    /** Returns the text. */
    public String json() {
        return JSON.writeValueAsString(fields);
    }
}
