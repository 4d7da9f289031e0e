package io.plumbline.safety;

import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who acknowledged an open red flag before a decision, and when. */
public record Acknowledgement(String by, Instant at) {
    /**
     * Reads the acknowledgment from a row of red flags with the name as {@code acknowledger}; null if there is none.
     */
    static @Nullable Acknowledgement of(ResultSet row) throws SQLException {
        return row.getObject("acknowledged_at") == null
                ? null
                : new Acknowledgement(
                        Objects.requireNonNullElse(row.getString("acknowledger"), ""), Utc.in(row, "acknowledged_at"));
    }
}
