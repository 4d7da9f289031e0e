package io.plumbline.records.retention;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads legal holds, and what of a record decides how long it is kept. Whoever calls it checks who may know. */
@Component
class RetentionQuery {
    private static final String HOLDS = """
            select concat('P-', p.patient_number) patient_number, coalesce(a.display_name, '%s') placed_by,
                b.display_name lift_asked_by_name, c.display_name lifted_by, h.*
            from legal_hold h join patient p on p.id = h.patient_id
            left join staff_account a on a.id = h.placed_by
            left join staff_account b on b.id = h.lift_asked_by
            left join staff_account c on c.id = h.lifted_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    /** How long requests are documented (45 CFR 164.530(j)). */
    private static final int DOCUMENTED_YEARS = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Instant documentedSince() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .minusYears(DOCUMENTED_YEARS)
                .toInstant();
    }

    /** Returns whether the record of a patient was disposed of, so that there is nothing left to keep. */
    boolean isDisposed(PatientId patient) {
        return jdbc.sql("select count(*) from disposal_entry where patient_id = ? and status = 'DISPOSED'")
                        .param(patient)
                        .query(Long.class)
                        .single()
                > 0;
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
            sql = sql.param("patients", patients);
        }
        if (after != null) {
            sql = sql.param("at", after.placedAt()).param("id", after.id());
        }
        return sql.query(LegalHoldRow.class).list();
    }

    Optional<LegalHoldRow> hold(LegalHoldId id) {
        return jdbc.sql(HOLDS + "where h.id = ?")
                .param(id)
                .query(LegalHoldRow.class)
                .optional();
    }

    /** Returns the clinics that know each of some records; a record that no clinic knows is not in it. */
    Map<PatientId, Set<ClinicId>> clinicsOf(Collection<PatientId> records) {
        var all = new HashMap<PatientId, Set<ClinicId>>();
        jdbc.sql("select patient_id, clinic_id from patient_clinic where patient_id in (:patients)")
                .param("patients", records)
                .query(row -> {
                    all.computeIfAbsent(patient(row, "patient_id"), id -> new HashSet<>())
                            .add(new ClinicId(Ids.uuid(row.getBytes("clinic_id"))));
                });
        return all;
    }

    /** Returns the records that are read as one with each of some records; one that is not merged is not in it. */
    Map<PatientId, SequencedSet<PatientId>> merged(Collection<PatientId> records) {
        var all = new HashMap<PatientId, SequencedSet<PatientId>>();
        jdbc.sql("""
                        select o.patient_id asked, m.patient_id, m.read_as_id from patient_read_as o
                        join patient_read_as m on m.read_as_id = o.read_as_id where o.patient_id in (:patients)
                        order by o.patient_id, m.patient_id""").param("patients", records).query(row -> {
            var group = all.computeIfAbsent(patient(row, "asked"), id -> new LinkedHashSet<>());
            group.addFirst(patient(row, "read_as_id"));
            group.add(patient(row, "patient_id"));
        });
        return all;
    }

    private static PatientId patient(ResultSet row, String column) throws SQLException {
        return new PatientId(Ids.uuid(row.getBytes(column)));
    }

    /** Returns how each of some records stands by itself. */
    Map<PatientId, RecordState> states(Collection<PatientId> records) {
        var all = new HashMap<PatientId, RecordState>();
        jdbc.sql("""
                        select p.id, p.birth_date,
                            (select max(a.starts_on) from appointment a where a.subject_id = p.id
                                and a.status in ('ARRIVED', 'IN_TREATMENT', 'COMPLETED')) last_visit,
                            (select max(n.treated_on) from session_note n where n.patient_id = p.id
                                and n.status <> 'ENTERED_IN_ERROR') last_note,
                            (select max(cast(i.created_at as date)) from intake_note i
                                where i.patient_id = p.id) last_intake,
                            exists (select 1 from treatment_plan t where t.patient_id = p.id
                                and t.status in ('DRAFT', 'ACTIVE', 'ON_HOLD')) plan_open,
                            exists (select 1 from appointment a where a.subject_id = p.id
                                and a.status in ('BOOKED', 'CONFIRMED', 'ARRIVED', 'IN_TREATMENT')) visit_open,
                            exists (select 1 from session_note n where n.patient_id = p.id
                                and n.status in ('DRAFT', 'AWAITING_COSIGNATURE')) or exists
                                (select 1 from intake_note i where i.patient_id = p.id
                                and i.status = 'DRAFT') not_signed,
                            exists (select 1 from red_flag f where f.subject_id = p.id and f.status in
                                ('RAISED', 'ACKNOWLEDGED', 'EMERGENCY_REFERRED', 'REFERRED')) flag_open,
                            exists (select 1 from access_request q where q.patient_id = p.id
                                and q.status = 'RECEIVED') or exists (select 1 from amendment_request m
                                where m.patient_id = p.id and m.status = 'RECEIVED') request_open,
                            exists (select 1 from amendment_request m where m.patient_id = p.id
                                and m.decided_at > :documented) request_recent,
                            exists (select 1 from legal_hold h where h.patient_id = p.id
                                and h.lifted_at is null) held
                        from patient p where p.id in (:patients)""")
                .param("patients", records)
                .param("documented", documentedSince())
                .query(row -> {
                    all.put(patient(row, "id"), state(row));
                });
        return all;
    }

    private static RecordState state(ResultSet row) throws SQLException {
        return new RecordState(
                latest(row, "last_visit", "last_note", "last_intake"),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("plan_open"),
                row.getBoolean("visit_open"),
                row.getBoolean("not_signed"),
                row.getBoolean("flag_open"),
                row.getBoolean("request_open"),
                row.getBoolean("request_recent"),
                row.getBoolean("held"));
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
