package io.plumbline.forms;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores what a form asks as JSON, since a version is read as a whole and never changes. */
@Converter
final class FormColumn implements AttributeConverter<FormContent, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable FormContent content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    @Override
    public @Nullable FormContent convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, FormContent.class);
    }
}
