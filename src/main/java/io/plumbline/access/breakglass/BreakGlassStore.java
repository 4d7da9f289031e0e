package io.plumbline.access.breakglass;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes break-glass access. Pages are ordered and limited on one table; names are joined afterwards. */
@Repository
class BreakGlassStore {
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String NAMED = """
            select o.id, o.staff_id, o.patient_id, o.reason, o.opened_at, o.until_at, o.reviewed_at,
                s.display_name as opened_by, r.display_name as reviewed_by
            from %s left join staff_account s on s.id = o.staff_id left join staff_account r on r.id = o.reviewed_by
            order by o.opened_at desc, o.id desc""";

    private final JdbcClient jdbc;

    private final ChartAccessQuery access;

    BreakGlassStore(JdbcClient jdbc, ChartAccessQuery access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    void add(OperationId id, StaffId staff, PatientId patient, String reason, Instant at, Instant until) {
        jdbc.sql("""
                insert into break_glass_access (id, staff_id, patient_id, reason, opened_at, until_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.bytes(id.value()),
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason,
                        Utc.of(at),
                        Utc.of(until))
                .update();
        access.forget(staff, patient);
    }

    void concerns(OperationId id, ClinicId clinic, Instant at) {
        jdbc.sql("insert into break_glass_clinic (break_glass_access_id, clinic_id, opened_at) values (?, ?, ?)")
                .params(Ids.bytes(id.value()), Ids.bytes(clinic.value()), Utc.of(at))
                .update();
    }

    int end(StaffId staff, PatientId patient, Instant now) {
        var records = access.find(staff, patient).records();
        records.forEach(record -> access.forget(staff, record));
        return jdbc.sql("""
                update break_glass_access set until_at = :now
                where staff_id = :staff and patient_id in (:patients) and until_at > :now""")
                .param("now", Utc.of(now))
                .param("staff", Ids.bytes(staff.value()))
                .param("patients", Ids.bytes(records, PatientId::value))
                .update();
    }

    List<BreakGlassRow> findAll(@Nullable BreakGlassRow after, int limit) {
        var params = new ArrayList<Object>();
        addKey(params, after);
        params.add(limit);
        return rows("""
                (select * from break_glass_access where opened_at <= ? and (opened_at < ? or id < ?)
                 order by opened_at desc, id desc limit ?) o""", params);
    }

    List<BreakGlassRow> findByClinics(Set<ClinicId> clinics, @Nullable BreakGlassRow after, int limit) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        var ofOne = """
                select opened_at, break_glass_access_id from break_glass_clinic
                where clinic_id = ? and opened_at <= ? and (opened_at < ? or break_glass_access_id < ?)""";
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(Ids.bytes(clinic.value())));
            addKey(values, after);
            union.add(ofOne, values, "clinic_id, opened_at desc, break_glass_access_id desc", limit);
        }
        var page = union.page(
                "distinct opened_at, break_glass_access_id", "opened_at desc, break_glass_access_id desc", limit);
        return rows(
                "(" + page.sql() + ") page join break_glass_access o on o.id = page.break_glass_access_id",
                page.params());
    }

    /** Returns access that was not reviewed yet, for these clinics or for all clinics if null. */
    List<BreakGlassRow> toReview(@Nullable Set<ClinicId> clinics, int limit) {
        var params = new ArrayList<Object>(clinicIds(clinics));
        params.add(limit);
        return rows(
                "(select o.* from break_glass_access o where o.reviewed_at is null " + concerning(clinics)
                        + " order by o.reviewed_at, o.opened_at desc, o.id desc limit ?) o",
                params);
    }

    long countToReview(@Nullable Set<ClinicId> clinics) {
        return jdbc.sql("select count(*) from (select 1 from break_glass_access o where o.reviewed_at is null "
                        + concerning(clinics) + " limit 1000) o")
                .params(List.copyOf(clinicIds(clinics)))
                .query(Long.class)
                .single();
    }

    /** Finds one break-glass access that concerns one of these clinics, or any clinic if null. */
    Optional<BreakGlassRow> find(BreakGlassId id, @Nullable Set<ClinicId> clinics) {
        var params = new ArrayList<Object>(List.<Object>of(Ids.bytes(id.value())));
        params.addAll(clinicIds(clinics));
        return rows("(select * from break_glass_access o where o.id = ? " + concerning(clinics) + ") o", params)
                .stream()
                .findFirst();
    }

    boolean review(BreakGlassId id, StaffId by, Instant at) {
        return jdbc.sql("""
                        update break_glass_access set reviewed_by = ?, reviewed_at = ?
                        where id = ? and reviewed_at is null""")
                        .params(Ids.bytes(by.value()), Utc.of(at), Ids.bytes(id.value()))
                        .update()
                == 1;
    }

    private static String concerning(@Nullable Set<ClinicId> clinics) {
        if (clinics == null) {
            return "";
        }
        return clinics.isEmpty()
                ? "and 1 = 0"
                : "and exists (select 1 from break_glass_clinic c where c.break_glass_access_id = o.id and c.clinic_id in ("
                        + String.join(",", Collections.nCopies(clinics.size(), "?")) + "))";
    }

    private static List<Object> clinicIds(@Nullable Set<ClinicId> clinics) {
        return clinics == null
                ? List.of()
                : clinics.stream()
                        .map(clinic -> (Object) Ids.bytes(clinic.value()))
                        .toList();
    }

    private List<BreakGlassRow> rows(String page, List<Object> params) {
        return jdbc.sql(NAMED.formatted(page))
                .params(params)
                .query((row, n) -> row(row))
                .list();
    }

    private static BreakGlassRow row(ResultSet row) throws SQLException {
        var openedBy = row.getString("opened_by");
        var isReviewed = row.getObject("reviewed_at") != null;
        return new BreakGlassRow(
                new BreakGlassId(Ids.uuid(row.getBytes("id"))),
                openedBy == null ? "A colleague" : openedBy,
                new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                "",
                row.getString("reason"),
                Utc.in(row, "opened_at"),
                Utc.in(row, "until_at"),
                Caller.current().staff().value().equals(Ids.uuid(row.getBytes("staff_id"))),
                row.getString("reviewed_by"),
                isReviewed ? Utc.in(row, "reviewed_at") : null);
    }

    private static void addKey(List<Object> params, @Nullable BreakGlassRow after) {
        var at = after == null ? LATEST : Utc.of(after.openedAt());
        params.add(at);
        params.add(at);
        params.add(Ids.bytes(after == null ? LAST : after.id().value()));
    }
}
