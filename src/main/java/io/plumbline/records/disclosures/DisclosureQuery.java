package io.plumbline.records.disclosures;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the disclosure register. */
@Component
class DisclosureQuery {
    private static final String ROWS = """
            select concat('P-', p.patient_number) patient_number, coalesce(s.display_name, '%s') recorded_by,
                false is_clinic_export, d.* from disclosure d join patient p on p.id = d.patient_id
            left join staff_account s on s.id = d.recorded_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    /** Exports of everything of a clinic that were downloaded, also in part: one row for all patients in it. */
    private static final String CLINIC_EXPORTS = """
            select concat('All patients of ', c.name) patient_number, coalesce(s.display_name, '%s') recorded_by,
                true is_clinic_export, 1 times, e.disclosed_on last_on, '' address,
                'The whole record, in an export of everything of the clinic' what, e.reason purpose,
                e.made_at recorded_at, null error_reason, e.* from clinic_export e join clinic c on c.id = e.clinic_id
            left join staff_account s on s.id = e.asked_by where e.disclosed_on is not null
            """.formatted(CurrentUser.SYSTEM.displayName());

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
                .query(DisclosureRow.class)
                .list();
        var whole = page(CLINIC_EXPORTS + (patients.isEmpty() ? "" : OF_PATIENTS), "e", patients, after, limit)
                .query(DisclosureRow.class)
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
            sql = sql.param("patients", patients);
        }
        if (after != null) {
            sql = sql.param("day", after.disclosedOn()).param("id", after.id());
        }
        return sql;
    }

    Optional<DisclosureRow> find(DisclosureId id) {
        return jdbc.sql(ROWS + "where d.id = ?")
                .param(id)
                .query(DisclosureRow.class)
                .optional()
                .or(() -> jdbc.sql(CLINIC_EXPORTS + " and e.id = ?")
                        .param(id)
                        .query(DisclosureRow.class)
                        .optional());
    }

    /** Returns what counts of the disclosures of some records since a day, by day. */
    List<DisclosureRow> accountedSince(LocalDate from, Collection<PatientId> patients) {
        var single = jdbc.sql(ROWS + "where d.patient_id in (:patients) and d.last_on >= :since and d.error_at is null")
                .param("patients", patients)
                .param("since", from)
                .query(DisclosureRow.class)
                .list();
        var whole = jdbc.sql(CLINIC_EXPORTS + OF_PATIENTS + " and e.disclosed_on >= :since")
                .param("patients", patients)
                .param("since", from)
                .query(DisclosureRow.class)
                .list();
        return Stream.concat(single.stream(), whole.stream())
                .sorted(NEWEST_FIRST.reversed())
                .toList();
    }

    /** Returns the numbers of some records, in order. */
    List<String> numbers(Collection<PatientId> patients) {
        return jdbc.sql("select concat('P-', patient_number) from patient where id in (:patients)"
                        + " order by patient_number")
                .param("patients", patients)
                .query(String.class)
                .list();
    }
}
