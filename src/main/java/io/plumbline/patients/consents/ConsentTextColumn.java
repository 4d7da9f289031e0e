package io.plumbline.patients.consents;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores a draft as JSON, since it is read and written as a whole. */
@Converter
final class ConsentTextColumn implements AttributeConverter<ConsentTextContent, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ConsentTextContent content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    @Override
    public @Nullable ConsentTextContent convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, ConsentTextContent.class);
    }
}
