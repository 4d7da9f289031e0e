package io.plumbline.audit;

import io.plumbline.shared.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an audit row that its authentication code covers. */
record TrailRow(
        UUID id,
        LocalDateTime at,
        UUID actor,
        String kind,
        UUID subject,
        @Nullable UUID patient,
        String detail) {

    static TrailRow in(ResultSet row) throws SQLException {
        var patient = row.getBytes("patient");
        return new TrailRow(
                Ids.uuid(row.getBytes("id")),
                row.getObject("at", LocalDateTime.class),
                Ids.uuid(row.getBytes("actor")),
                row.getString("kind"),
                Ids.uuid(row.getBytes("subject")),
                patient == null ? null : Ids.uuid(patient),
                row.getString("detail"));
    }

    byte[] fields() {
        return AuditKey.framed(
                Ids.bytes(id),
                at.toString().getBytes(StandardCharsets.UTF_8),
                Ids.bytes(actor),
                kind.getBytes(StandardCharsets.UTF_8),
                Ids.bytes(subject),
                patient == null ? new byte[0] : Ids.bytes(patient),
                detail.getBytes(StandardCharsets.UTF_8));
    }
}
