package io.plumbline.safety;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a clinician proposed to clear an emergency flag, which a second one confirms or refuses.
 *
 * @param byName the name of who proposed it
 * @param reason why
 * @param evidence what was found
 */
public record ProposedClearance(StaffId by, String byName, Instant at, String reason, Evidence evidence) {
    /** Reads the proposal from a row of red flags with the name as {@code proposer}; null if there is none. */
    static @Nullable ProposedClearance of(ResultSet row) throws SQLException {
        var evidence = Evidence.of(row);
        return row.getObject("proposed_at") == null || evidence == null
                ? null
                : new ProposedClearance(
                        new StaffId(Ids.uuid(row.getBytes("proposed_by"))),
                        Objects.requireNonNullElse(row.getString("proposer"), ""),
                        Utc.in(row, "proposed_at"),
                        row.getString("proposed_reason"),
                        evidence);
    }
}
