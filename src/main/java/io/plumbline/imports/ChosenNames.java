package io.plumbline.imports;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What names in a file mean, as a person has chosen.
 *
 * @param meanings by field and name
 */
public record ChosenNames(Map<String, String> meanings) {
    public static final ChosenNames NONE = new ChosenNames(Map.of());

    private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "miss", "dc", "lmt");

    public ChosenNames {
        meanings = Map.copyOf(meanings);
    }

    /**
     * Returns what a name in a column means: as was chosen, else the only one that is called so, whatever its title,
     * capitals and order; empty if that is not known.
     */
    public Optional<RowsOfKind.Meaning> meaning(ImportField field, String name, List<RowsOfKind.Meaning> possible) {
        var chosen = meanings.get(key(field, name));
        if (chosen != null) {
            return possible.stream().filter(one -> one.value().equals(chosen)).findFirst();
        }
        var plain = plain(name);
        var same = possible.stream()
                .filter(one -> plain(one.label()).equals(plain))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private static String plain(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !TITLES.contains(word))
                .sorted()
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Returns a copy with another choice. */
    public ChosenNames with(ImportField field, String name, String meaning) {
        var changed = new TreeMap<>(meanings);
        changed.put(key(field, name), meaning);
        return new ChosenNames(changed);
    }

    private static String key(ImportField field, String name) {
        return field.name() + ":" + name.strip().toLowerCase(Locale.ROOT);
    }

    /** Stores them as JSON. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<ChosenNames, String> {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable ChosenNames names) {
            return names == null || names.meanings().isEmpty()
                    ? null
                    : JSON.writeValueAsString(new TreeMap<>(names.meanings()));
        }

        @Override
        public ChosenNames convertToEntityAttribute(@Nullable String column) {
            return column == null
                    ? NONE
                    : new ChosenNames(JSON.readValue(column, new TypeReference<Map<String, String>>() {}));
        }
    }
}
