package io.plumbline.intake;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores what an intake note says beside its columns as JSON: it is read, saved, and locked with the row of the note. */
@Converter(autoApply = true)
final class IntakeMoreColumn implements AttributeConverter<IntakeMore, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable IntakeMore more) {
        return more == null || more.equals(IntakeMore.EMPTY) ? null : JSON.writeValueAsString(more);
    }

    @Override
    public IntakeMore convertToEntityAttribute(@Nullable String column) {
        return column == null ? IntakeMore.EMPTY : JSON.readValue(column, IntakeMore.class);
    }
}
