package io.plumbline.imports;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which column of a file is which field, as a value of the import. */
record FieldColumns(Map<ImportField, Integer> columns) {
    FieldColumns {
        columns = Map.copyOf(columns);
    }

    /** Stores them as JSON. A field that this version does not know is left out. */
    @Converter(autoApply = true)
    static final class Column implements AttributeConverter<FieldColumns, String> {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public String convertToDatabaseColumn(@Nullable FieldColumns fields) {
            return JSON.writeValueAsString(
                    new TreeMap<>(Objects.requireNonNull(fields).columns()));
        }

        @Override
        public FieldColumns convertToEntityAttribute(@Nullable String column) {
            var stored = JSON.readValue(Objects.requireNonNull(column), new TypeReference<Map<String, Integer>>() {});
            var known = new EnumMap<ImportField, Integer>(ImportField.class);
            stored.forEach((name, at) -> ImportField.named(name).ifPresent(field -> known.put(field, at)));
            return new FieldColumns(known);
        }
    }
}
