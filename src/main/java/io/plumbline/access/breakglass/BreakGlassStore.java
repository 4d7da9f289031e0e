package io.plumbline.access.breakglass;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.KeysetUnion;
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
            select o.id, coalesce(s.display_name, 'A colleague') as `by`, o.patient_id, '' as patient_label, o.reason,
                o.opened_at, o.until_at, o.staff_id = ? as is_own, o.review_due_at as due_at, o.reviewed_at as review_at,
                case when o.reviewed_at is not null then coalesce(r.display_name, 'a colleague') end as review_by,
                o.decision as review_decision,
                case when o.reviewed_at is not null then coalesce(o.review_note, '') end as review_note
            from %s left join staff_account s on s.id = o.staff_id left join staff_account r on r.id = o.reviewed_by
            order by %s""";
    private static final String NEWEST_FIRST = "o.opened_at desc, o.id desc";
    private static final String DUE_FIRST = "o.review_due_at, o.id";
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    private final ChartAccessQuery access;

    BreakGlassStore(JdbcClient jdbc, ChartAccessQuery access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    void add(
            OperationId id,
            StaffId staff,
            PatientId patient,
            String reason,
            Instant at,
            Instant until,
            Instant reviewDueAt) {
        jdbc.sql("""
                insert into break_glass_access (id, staff_id, patient_id, reason, opened_at, until_at, review_due_at)
                values (?, ?, ?, ?, ?, ?, ?)""").params(id, staff, patient, reason, at, until, reviewDueAt).update();
        access.forget(staff, patient);
    }

    void concerns(OperationId id, ClinicId clinic, Instant at) {
        jdbc.sql("insert into break_glass_clinic (break_glass_access_id, clinic_id, opened_at) values (?, ?, ?)")
                .params(id, clinic, at)
                .update();
    }

    int end(StaffId staff, PatientId patient, Instant now) {
        var records = access.find(staff, patient).records();
        records.forEach(record -> access.forget(staff, record));
        return jdbc.sql("""
                update break_glass_access set until_at = :now
                where staff_id = :staff and patient_id in (:patients) and until_at > :now""")
                .param("now", now)
                .param("staff", staff)
                .param("patients", records)
                .update();
    }

    List<BreakGlassRow> findAll(@Nullable BreakGlassRow after, int limit) {
        var params = new ArrayList<Object>();
        addKey(params, after);
        params.add(limit);
        return rows("""
                (select * from break_glass_access where opened_at <= ? and (opened_at < ? or id < ?)
                 order by opened_at desc, id desc limit ?) o""", NEWEST_FIRST, params);
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
            var values = new ArrayList<Object>(List.of(clinic));
            addKey(values, after);
            union.add(ofOne, values, "clinic_id, opened_at desc, break_glass_access_id desc", limit);
        }
        var page = union.page(
                "distinct opened_at, break_glass_access_id", "opened_at desc, break_glass_access_id desc", limit);
        return rows(
                "(" + page.sql() + ") page join break_glass_access o on o.id = page.break_glass_access_id",
                NEWEST_FIRST,
                page.params());
    }

    /**
     * Returns access that was not reviewed yet, the one that is due first on top, for these clinics or for all clinics if
     * null.
     *
     * @param dueBy only what is due by then; null for all
     */
    List<BreakGlassRow> toReview(
            @Nullable Set<ClinicId> clinics, @Nullable Instant dueBy, @Nullable BreakGlassRow after, int limit) {
        var from = after == null ? EARLIEST : after.dueAt();
        var params = new ArrayList<Object>();
        params.add(from);
        params.add(from);
        params.add(after == null ? FIRST : after.id().value());
        params.add(dueBy == null ? LATEST : dueBy);
        params.addAll(clinicIds(clinics));
        params.add(limit);
        return rows("""
                (select o.* from break_glass_access o
                 where o.reviewed_at is null and o.review_due_at >= ? and (o.review_due_at > ? or o.id > ?)
                   and o.review_due_at <= ? %s
                 order by o.reviewed_at, o.review_due_at, o.id limit ?) o""".formatted(concerning(clinics)), DUE_FIRST, params);
    }

    /** Returns access that a reviewer decided so, newest first, for these clinics or for all clinics if null. */
    List<BreakGlassRow> decided(
            @Nullable Set<ClinicId> clinics, BreakGlassDecision decision, @Nullable BreakGlassRow after, int limit) {
        var params = new ArrayList<Object>();
        params.add(decision.name());
        addKey(params, after);
        params.addAll(clinicIds(clinics));
        params.add(limit);
        return rows("""
                (select o.* from break_glass_access o
                 where o.decision = ? and o.opened_at <= ? and (o.opened_at < ? or o.id < ?) %s
                 order by o.decision, o.opened_at desc, o.id desc limit ?) o""".formatted(concerning(clinics)), NEWEST_FIRST, params);
    }

    /** Counts access that was not reviewed yet, up to 1,000. */
    long countToReview(@Nullable Set<ClinicId> clinics) {
        var params = new ArrayList<Object>(List.<Object>of(LATEST));
        params.addAll(clinicIds(clinics));
        return jdbc.sql("""
                        select count(*) from (select 1 from break_glass_access o
                        where o.reviewed_at is null and o.review_due_at <= ? %s limit 1000) o""".formatted(concerning(clinics)))
                .params(params)
                .query(Long.class)
                .single();
    }

    /** Finds one break-glass access that concerns one of these clinics, or any clinic if null. */
    Optional<BreakGlassRow> find(BreakGlassId id, @Nullable Set<ClinicId> clinics) {
        var params = new ArrayList<Object>(List.<Object>of(id));
        params.addAll(clinicIds(clinics));
        return rows(
                        "(select * from break_glass_access o where o.id = ? " + concerning(clinics) + ") o",
                        NEWEST_FIRST,
                        params)
                .stream()
                .findFirst();
    }

    /** Records a review; access that was not justified ends with it. Returns whether it is the first review. */
    boolean review(BreakGlassId id, StaffId by, Instant at, BreakGlassDecision decision, String note) {
        return jdbc.sql("""
                        update break_glass_access set reviewed_by = :by, reviewed_at = :at, decision = :decision,
                            review_note = :note,
                            until_at = case when :decision = 'NOT_JUSTIFIED' and until_at > :at then :at else until_at end
                        where id = :id and reviewed_at is null""")
                        .param("by", by)
                        .param("at", at)
                        .param("decision", decision.name())
                        .param("note", note)
                        .param("id", id)
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

    private static Set<ClinicId> clinicIds(@Nullable Set<ClinicId> clinics) {
        return clinics == null ? Set.of() : clinics;
    }

    private List<BreakGlassRow> rows(String page, String order, List<Object> params) {
        return jdbc.sql(NAMED.formatted(page, order))
                .param(CurrentUser.current().staff())
                .params(params)
                .query(BreakGlassRow.class)
                .list();
    }

    private static void addKey(List<Object> params, @Nullable BreakGlassRow after) {
        var at = after == null ? LATEST : after.openedAt();
        params.add(at);
        params.add(at);
        params.add(after == null ? LAST : after.id().value());
    }
}
