package io.plumbline.records;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessRequestQuery {
    private static final String ROWS = """
            select r.*, p.patient_number, s.display_name, c.display_name closed_name,
                (select group_concat(x.patient_number order by x.patient_number separator ',') from patient_read_as o
                 join patient_read_as m on m.read_as_id = o.read_as_id join patient x on x.id = m.patient_id
                 where o.patient_id = r.patient_id and x.id <> r.patient_id) as other_numbers
            from access_request r join patient p on p.id = r.patient_id
            left join staff_account s on s.id = r.registered_by left join staff_account c on c.id = r.closed_by
            """;

    private final JdbcClient jdbc;

    AccessRequestQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open requests, those due first in front, and then the closed ones, newest first. */
    List<AccessRequestRow> find(int most) {
        return jdbc.sql(ROWS + """
                order by case when r.status = 'RECEIVED' then 0 else 1 end,
                    case when r.status = 'RECEIVED' then r.due_on end, r.closed_at desc, r.id
                limit :most""")
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<AccessRequestRow> find(AccessRequestId id) {
        return jdbc.sql(ROWS + "where r.id = :id")
                .param("id", Ids.bytes(id.value()))
                .query((row, n) -> row(row))
                .optional();
    }

    private static AccessRequestRow row(ResultSet row) throws SQLException {
        return new AccessRequestRow(
                new AccessRequestId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                "P-" + row.getLong("patient_number"),
                others(row.getString("other_numbers")),
                row.getString("requested_by"),
                row.getString("identity_check"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                AccessRequestStatus.valueOf(row.getString("status")),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                row.getString("extension_reason"),
                instant(row, "exported_at"),
                row.getString("export_sha256"),
                row.getObject("delivered_on", LocalDate.class),
                row.getString("delivery"),
                row.getString("closing_reason"),
                instant(row, "closed_at"),
                row.getObject("closed_at") == null
                        ? null
                        : Objects.toString(row.getString("closed_name"), CurrentUser.SYSTEM.displayName()));
    }

    private static List<String> others(@Nullable String numbers) {
        return numbers == null
                ? List.of()
                : Arrays.stream(numbers.split(",")).map(number -> "P-" + number).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
