package io.plumbline.plans.templates;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores the content of a template as JSON, since a version is read as a whole and never changes. */
@Converter
final class TemplateColumn implements AttributeConverter<TemplateContent, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TemplateContent content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    @Override
    public @Nullable TemplateContent convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, TemplateContent.class);
    }
}
