package io.plumbline.imports;

import io.plumbline.shared.DateOrder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a file is read, as an import stores it. */
@Embeddable
class StoredSettings {
    @Enumerated(EnumType.STRING)
    private ImportSource source;

    private String encoding;
    private String cellSeparator;

    @Enumerated(EnumType.STRING)
    private @Nullable DateOrder dateOrder;

    private FieldColumns fieldColumns;
    private @Nullable ChosenNames chosenNames;

    StoredSettings(ImportSettings settings) {
        source = settings.source();
        encoding = settings.format().charset().name();
        cellSeparator = String.valueOf(settings.format().separator());
        dateOrder = settings.dateOrder();
        fieldColumns = new FieldColumns(settings.columns());
        chosenNames = settings.names();
    }

    ImportSettings settings() {
        return new ImportSettings(
                source,
                new CsvFormat(Charset.forName(encoding), cellSeparator.charAt(0)),
                fieldColumns.columns(),
                dateOrder,
                Objects.requireNonNullElse(chosenNames, ChosenNames.NONE));
    }

    /** Which column of a file is which field. */
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
                var stored =
                        JSON.readValue(Objects.requireNonNull(column), new TypeReference<Map<String, Integer>>() {});
                var known = new EnumMap<ImportField, Integer>(ImportField.class);
                stored.forEach((name, at) -> ImportField.named(name).ifPresent(field -> known.put(field, at)));
                return new FieldColumns(known);
            }
        }
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected StoredSettings() {}
}
