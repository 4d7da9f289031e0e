package io.plumbline.records.disclosures;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Exports of everything of a clinic that were downloaded, also in part: one row for all patients in it. */
    private static final String CLINIC_EXPORTS = """
            select e.*, c.name clinic_name, s.display_name from clinic_export e join clinic c on c.id = e.clinic_id
            left join staff_account s on s.id = e.asked_by where e.disclosed_on is not null
            """;

    private static final String OF_PATIENTS = """
             and exists (select 1 from clinic_export_patient m where m.export_id = e.id and m.patient_id in (:patients))""";

    private static final Comparator<DisclosureRow> NEWEST_FIRST = Comparator.comparing(DisclosureRow::disclosedOn)
            .thenComparing(row -> row.id().value().toString())
            .reversed();

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
        var single = page(ROWS + "where 1 = 1" + of, "d", patients, after, limit)
                .query((row, n) -> row(row))
                .list();
        var whole = page(CLINIC_EXPORTS + (patients.isEmpty() ? "" : OF_PATIENTS), "e", patients, after, limit)
                .query((row, n) -> clinicExport(row))
                .list();
        return Stream.concat(single.stream(), whole.stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private JdbcClient.StatementSpec page(
            String rows, String of, Collection<PatientId> patients, @Nullable DisclosureRow after, int limit) {
        var next = after == null
                ? ""
                : " and %1$s.disclosed_on <= :day and (%1$s.disclosed_on < :day or %1$s.id < :id)".formatted(of);
        var sql = jdbc.sql(rows + next + " order by %1$s.disclosed_on desc, %1$s.id desc limit :most".formatted(of))
                .param("most", limit);
        if (!patients.isEmpty()) {
            sql = sql.param("patients", Ids.bytes(patients, PatientId::value));
        }
        if (after != null) {
            sql = sql.param("day", after.disclosedOn())
                    .param("id", Ids.bytes(after.id().value()));
        }
        return sql;
    }

    Optional<DisclosureRow> find(DisclosureId id) {
        var sought = Ids.bytes(id.value());
        return jdbc.sql(ROWS + "where d.id = ?")
                .param(sought)
                .query((row, n) -> row(row))
                .optional()
                .or(() -> jdbc.sql(CLINIC_EXPORTS + " and e.id = ?")
                        .param(sought)
                        .query((row, n) -> clinicExport(row))
                        .optional());
    }

    /** Returns what counts of the disclosures of some records since a day, by day. */
    List<DisclosureRow> accountedSince(LocalDate from, Collection<PatientId> patients) {
        var of = Ids.bytes(patients, PatientId::value);
        var single = jdbc.sql(ROWS + "where d.patient_id in (:patients) and d.last_on >= :since and d.error_at is null")
                .param("patients", of)
                .param("since", from)
                .query((row, n) -> row(row))
                .list();
        var whole = jdbc.sql(CLINIC_EXPORTS + OF_PATIENTS + " and e.disclosed_on >= :since")
                .param("patients", of)
                .param("since", from)
                .query((row, n) -> clinicExport(row))
                .list();
        return Stream.concat(single.stream(), whole.stream())
                .sorted(NEWEST_FIRST.reversed())
                .toList();
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
                row.getString("error_reason"),
                false);
    }

    private static DisclosureRow clinicExport(ResultSet row) throws SQLException {
        var on = row.getObject("disclosed_on", LocalDate.class);
        return new DisclosureRow(
                new DisclosureId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                "All patients of " + row.getString("clinic_name"),
                on,
                1,
                on,
                row.getString("recipient"),
                "",
                "The whole record, in an export of everything of the clinic",
                row.getString("reason"),
                Objects.toString(row.getString("display_name"), CurrentUser.SYSTEM.displayName()),
                Utc.in(row, "made_at"),
                null,
                true);
    }
}
