package io.plumbline.sessions;

import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Stores the details of a session note as JSON: they are read, saved, and locked with the row of the note. */
@Converter(autoApply = true)
public final class SessionDetailsColumn extends JsonColumn<SessionDetails> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDetailsColumn.class);
    private static final SessionDetailsColumn COLUMN = new SessionDetailsColumn();

    SessionDetailsColumn() {
        super(SessionDetails.class, SessionDetails.EMPTY);
    }

    /** Returns the details that a column holds. */
    public static SessionDetails read(@Nullable String column) {
        return Objects.requireNonNull(COLUMN.convertToEntityAttribute(column));
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
