package io.plumbline.sessions;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Stores the details of a session note as JSON: they are read, saved, and locked with the row of the note. */
@Converter(autoApply = true)
public final class SessionDetailsColumn implements AttributeConverter<SessionDetails, String> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDetailsColumn.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SessionDetails details) {
        return details == null || details.equals(SessionDetails.EMPTY) ? null : JSON.writeValueAsString(details);
    }

    @Override
    public SessionDetails convertToEntityAttribute(@Nullable String column) {
        return read(column);
    }

    /** Returns the details that a column holds. */
    public static SessionDetails read(@Nullable String column) {
        return column == null ? SessionDetails.EMPTY : JSON.readValue(column, SessionDetails.class);
    }

    /** Returns the details of one of many notes; if they cannot be read, they are empty, so that the others are read. */
    public static SessionDetails readOneOfMany(UUID note, @Nullable String column) {
        try {
            return read(column);
        } catch (JacksonException unreadable) {
            LOG.warn(
                    "The details of session note {} cannot be read: {}",
                    note,
                    unreadable.getClass().getSimpleName());
            return SessionDetails.EMPTY;
        }
    }
}
