package io.plumbline.sessions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Stores the details of a session note as JSON: they are read, saved, and locked with the row of the note. */
@Converter(autoApply = true)
final class SessionDetailsColumn implements AttributeConverter<SessionDetails, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SessionDetails details) {
        return details == null || details.equals(SessionDetails.EMPTY) ? null : JSON.writeValueAsString(details);
    }

    @Override
    public SessionDetails convertToEntityAttribute(@Nullable String column) {
        return column == null ? SessionDetails.EMPTY : JSON.readValue(column, SessionDetails.class);
    }
}
