package io.plumbline.records.disclosures;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the disclosure register. */
@Component
class DisclosureQuery {
    private static final String ROWS = """
            select d.*, p.patient_number, s.display_name from disclosure d join patient p on p.id = d.patient_id
            left join staff_account s on s.id = d.recorded_by
            """;

    private final JdbcClient jdbc;

    DisclosureQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns disclosures, those of the last day first.
     *
     * @param patients only those of these records; all if it is empty
     * @param after the last row of the page before; null for the first page
     */
    List<DisclosureRow> find(Collection<PatientId> patients, @Nullable DisclosureRow after, int limit) {
        var of = patients.isEmpty() ? "" : " and d.patient_id in (:patients)";
        var next = after == null ? "" : " and d.disclosed_on <= :day and (d.disclosed_on < :day or d.id < :id)";
        var sql = jdbc.sql(ROWS + "where 1 = 1" + of + next + " order by d.disclosed_on desc, d.id desc limit :most")
                .param("most", limit);
        if (!patients.isEmpty()) {
            sql = sql.param("patients", Ids.bytes(patients, PatientId::value));
        }
        if (after != null) {
            sql = sql.param("day", after.disclosedOn())
                    .param("id", Ids.bytes(after.id().value()));
        }
        return sql.query((row, n) -> row(row)).list();
    }

    Optional<DisclosureRow> find(DisclosureId id) {
        return jdbc.sql(ROWS + "where d.id = ?")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> row(row))
                .optional();
    }

    /** Returns what counts of the disclosures of some records since a day, by day. */
    List<DisclosureRow> accountedSince(LocalDate from, Collection<PatientId> patients) {
        return jdbc.sql(ROWS + """
                where d.patient_id in (:patients) and d.last_on >= :since and d.error_at is null
                order by d.disclosed_on, d.id""")
                .param("patients", Ids.bytes(patients, PatientId::value))
                .param("since", from)
                .query((row, n) -> row(row))
                .list();
    }

    /** Returns the numbers of some records, in order. */
    List<String> numbers(Collection<PatientId> patients) {
        return jdbc.sql("select patient_number from patient where id in (:patients) order by patient_number")
                .param("patients", Ids.bytes(patients, PatientId::value))
                .query((row, n) -> "P-" + row.getLong("patient_number"))
                .list();
    }

    private static DisclosureRow row(ResultSet row) throws SQLException {
        return new DisclosureRow(
                new DisclosureId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                "P-" + row.getLong("patient_number"),
                row.getObject("disclosed_on", LocalDate.class),
                row.getInt("times"),
                row.getObject("last_on", LocalDate.class),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("what"),
                row.getString("purpose"),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                Utc.in(row, "recorded_at"),
                row.getString("error_reason"));
    }
}
