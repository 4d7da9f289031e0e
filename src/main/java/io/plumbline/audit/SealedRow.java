package io.plumbline.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A row of the trail with its code and its place in the chain. */
@SuppressWarnings("ArrayRecordComponent") // read, compared by their bytes, and let go
record SealedRow(TrailRow row, byte[] mac, @Nullable Long seq, byte @Nullable [] chain) {
    static final String COLUMNS = "id, at, actor, kind, subject, patient, detail, mac, seq, chain";

    static SealedRow in(ResultSet row) throws SQLException {
        return new SealedRow(
                TrailRow.in(row), row.getBytes("mac"), row.getObject("seq", Long.class), row.getBytes("chain"));
    }
}
