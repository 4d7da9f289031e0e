package io.plumbline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An audit row with its authentication code, its number and its hash. */
@SuppressWarnings("ArrayRecordComponent") // short-lived, and compared by content
record ChainedRow(TrailRow row, byte[] mac, @Nullable Long seq, byte @Nullable [] chain) {
    static final String COLUMNS = "id, at, actor, kind, subject, patient, detail, mac, seq, chain";

    static ChainedRow in(ResultSet row) throws SQLException {
        return new ChainedRow(
                TrailRow.in(row), row.getBytes("mac"), row.getObject("seq", Long.class), row.getBytes("chain"));
    }
}
