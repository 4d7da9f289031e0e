package io.plumbline.safety;

import io.plumbline.shared.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has seen an open red flag and when, before anybody decided it. */
public record Acknowledgement(String by, Instant at) {
    /** That of a row of red flags, the name as {@code acknowledger}; null where nobody has seen it. */
    static @Nullable Acknowledgement of(ResultSet row) throws SQLException {
        return row.getObject("acknowledged_at") == null
                ? null
                : new Acknowledgement(
                        Objects.requireNonNullElse(row.getString("acknowledger"), ""), Utc.in(row, "acknowledged_at"));
    }
}
