package io.plumbline.records.retention;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
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

/** Reads legal holds, and what of a record decides how long it is kept. Whoever calls it checks who may know. */
@Component
class RetentionQuery {
    private static final String HOLDS = """
            select h.*, p.patient_number, a.display_name placed_name, b.display_name asked_name,
            c.display_name lifted_name from legal_hold h join patient p on p.id = h.patient_id
            left join staff_account a on a.id = h.placed_by
            left join staff_account b on b.id = h.lift_asked_by
            left join staff_account c on c.id = h.lifted_by
            """;

    private final JdbcClient jdbc;

    RetentionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns legal holds, the newest first, also those that were lifted.
     *
     * @param patients only those of these records; all if it is empty
     * @param after the last row of the page before; null for the first page
     */
    List<LegalHoldRow> holds(Collection<PatientId> patients, @Nullable LegalHoldRow after, int limit) {
        var of = patients.isEmpty() ? "" : " and h.patient_id in (:patients)";
        var next = after == null ? "" : " and h.placed_at <= :at and (h.placed_at < :at or h.id < :id)";
        var sql = jdbc.sql(HOLDS + "where 1 = 1" + of + next + " order by h.placed_at desc, h.id desc limit :most")
                .param("most", limit);
        if (!patients.isEmpty()) {
            sql = sql.param("patients", Ids.bytes(patients, PatientId::value));
        }
        if (after != null) {
            sql = sql.param("at", Utc.of(after.placedAt()))
                    .param("id", Ids.bytes(after.id().value()));
        }
        return sql.query((row, n) -> row(row)).list();
    }

    Optional<LegalHoldRow> hold(LegalHoldId id) {
        return jdbc.sql(HOLDS + "where h.id = ?")
                .param(Ids.bytes(id.value()))
                .query((row, n) -> row(row))
                .optional();
    }

    private static LegalHoldRow row(ResultSet row) throws SQLException {
        var askedBy = row.getBytes("lift_asked_by");
        return new LegalHoldRow(
                new LegalHoldId(Ids.uuid(row.getBytes("id"))),
                row.getLong("version"),
                "P-" + row.getLong("patient_number"),
                row.getString("reason"),
                Utc.in(row, "placed_at"),
                Objects.toString(row.getString("placed_name"), Caller.SYSTEM.displayName()),
                row.getString("lift_reason"),
                askedBy == null ? null : new StaffId(Ids.uuid(askedBy)),
                row.getString("asked_name"),
                row.getObject("lifted_at") == null ? null : Utc.in(row, "lifted_at"),
                row.getString("lifted_name"));
    }

    /** Returns the clinics that know one of some records. */
    List<ClinicId> clinicsOf(Collection<PatientId> records) {
        return jdbc.sql("select distinct clinic_id from patient_clinic where patient_id in (:patients)")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> new ClinicId(Ids.uuid(row.getBytes("clinic_id"))))
                .list();
    }

    /** Returns how the records of one patient stand together. */
    RecordState state(Collection<PatientId> records) {
        return jdbc.sql("""
                        select (select max(a.starts_on) from appointment a where a.subject_id in (:patients)
                                and a.status in ('ARRIVED', 'IN_TREATMENT', 'COMPLETED')) last_visit,
                            (select max(n.treated_on) from session_note n where n.patient_id in (:patients)
                                and n.status <> 'ENTERED_IN_ERROR') last_note,
                            (select max(cast(i.created_at as date)) from intake_note i
                                where i.patient_id in (:patients)) last_intake,
                            (select max(p.birth_date) from patient p where p.id in (:patients)) birth_date,
                            exists (select 1 from treatment_plan t where t.patient_id in (:patients)
                                and t.status in ('DRAFT', 'ACTIVE', 'ON_HOLD')) plan_open,
                            exists (select 1 from appointment a where a.subject_id in (:patients)
                                and a.status in ('BOOKED', 'CONFIRMED', 'ARRIVED', 'IN_TREATMENT')) visit_open,
                            exists (select 1 from session_note n where n.patient_id in (:patients)
                                and n.status in ('DRAFT', 'AWAITING_COSIGNATURE')) or exists
                                (select 1 from intake_note i where i.patient_id in (:patients)
                                and i.status = 'DRAFT') not_signed,
                            exists (select 1 from legal_hold h where h.patient_id in (:patients)
                                and h.lifted_at is null) held""")
                .param("patients", Ids.bytes(records, PatientId::value))
                .query((row, n) -> new RecordState(
                        latest(row, "last_visit", "last_note", "last_intake"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getBoolean("plan_open"),
                        row.getBoolean("visit_open"),
                        row.getBoolean("not_signed"),
                        row.getBoolean("held")))
                .single();
    }

    private static @Nullable LocalDate latest(ResultSet row, String... columns) throws SQLException {
        LocalDate latest = null;
        for (var column : columns) {
            var day = row.getObject(column, LocalDate.class);
            if (day != null && (latest == null || day.isAfter(latest))) {
                latest = day;
            }
        }
        return latest;
    }
}
