package io.plumbline.notes.templates;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores the content of a note template as JSON, since it is read and written as a whole. */
@Converter
final class NoteTemplateColumn implements AttributeConverter<NoteTemplateDraft, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable NoteTemplateDraft content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    @Override
    public @Nullable NoteTemplateDraft convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : JSON.readValue(column, NoteTemplateDraft.class);
    }
}
