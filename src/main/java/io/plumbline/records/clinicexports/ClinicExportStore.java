package io.plumbline.records.clinicexports;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads exports of clinics, and notes how far the making and the download of a file are. Whoever calls it checks who may. */
@Repository
class ClinicExportStore {
    private static final String ROWS = """
            select c.name clinic, coalesce(a.display_name, '%s') asked_by_name, d.display_name decided_by_name,
                coalesce(e.bytes, 0) bytes, e.*
            from clinic_export e join clinic c on c.id = e.clinic_id
            left join staff_account a on a.id = e.asked_by left join staff_account d on d.id = e.decided_by
            """.formatted(CurrentUser.SYSTEM.displayName());

    private final JdbcClient jdbc;

    ClinicExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns exports, the newest first.
     *
     * @param clinics only those of these clinics; null for all
     * @param after the last row of the page before; null for the first page
     */
    List<ClinicExportRow> list(@Nullable Collection<ClinicId> clinics, @Nullable ClinicExportRow after, int limit) {
        if (clinics != null && clinics.isEmpty()) {
            return List.of();
        }
        var of = clinics == null ? "" : " and e.clinic_id in (:clinics)";
        var next = after == null ? "" : " and e.asked_at <= :at and (e.asked_at < :at or e.id < :id)";
        var sql = jdbc.sql(ROWS + "where 1 = 1" + of + next + " order by e.asked_at desc, e.id desc limit :most")
                .param("most", limit);
        if (clinics != null) {
            sql = sql.param("clinics", clinics);
        }
        if (after != null) {
            sql = sql.param("at", after.askedAt()).param("id", after.id());
        }
        return sql.query(ClinicExportRow.class).list();
    }

    /** Returns the exports that nobody decided on yet, those asked for first in front. */
    List<ClinicExportRow> waiting(int limit) {
        return jdbc.sql(ROWS + "where e.status = 'ASKED' order by e.asked_at limit ?")
                .param(limit)
                .query(ClinicExportRow.class)
                .list();
    }

    Optional<ClinicExportRow> find(ClinicExportId id) {
        return jdbc.sql(ROWS + "where e.id = ?")
                .param(id)
                .query(ClinicExportRow.class)
                .optional();
    }

    /** Returns whether one of a clinic waits, is being made, or can be downloaded. */
    boolean isOneOpen(ClinicId clinic) {
        return jdbc.sql(
                                "select count(*) from clinic_export where clinic_id = ? and status in ('ASKED', 'RELEASED', 'READY')")
                        .param(clinic)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns how many others may release an export that somebody asks for. */
    long otherOfficers(StaffId than) {
        return jdbc.sql(
                        "select count(*) from staff_account where status = 'ACTIVE' and id <> ? and roles like '%AUDITOR%'")
                .param(than)
                .query(Long.class)
                .single();
    }

    /** Returns the numbers of the sensitive patients of a clinic, in order. */
    List<String> sensitive(ClinicExportId id) {
        return jdbc.sql("""
                        select concat('P-', p.patient_number) from clinic_export e
                        join patient_clinic k on k.clinic_id = e.clinic_id
                        join sensitive_patient s on s.patient_id = k.patient_id join patient p on p.id = k.patient_id
                        where e.id = ? order by p.patient_number""").param(id).query(String.class).list();
    }

    /** Returns the released exports that nobody makes, or that somebody began to make who has stopped since. */
    List<ClinicExportId> toMake(Instant stoppedBefore) {
        return jdbc.sql("""
                        select id from clinic_export where status = 'RELEASED'
                        and (working_at is null or working_at < ?) order by asked_at""").param(stoppedBefore).query(ClinicExportId.class).list();
    }

    /** Returns the exports whose file waits longer than until then. */
    List<ClinicExportId> over(Instant now) {
        return jdbc.sql("select id from clinic_export where status = 'READY' and until_at <= ?")
                .param(now)
                .query(ClinicExportId.class)
                .list();
    }

    /** Begins to make an export, unless another node makes it; returns whether that is so. */
    boolean take(ClinicExportId id, UUID maker, Instant now, Instant stoppedBefore) {
        return jdbc.sql("""
                                update clinic_export set maker_id = ?, working_at = ?, done = 0
                                where id = ? and status = 'RELEASED' and (working_at is null or working_at < ?)""").params(maker, now, id, stoppedBefore).update() == 1;
    }

    /** Notes how far a maker is; returns whether the export is still to be made by this one. */
    boolean goOn(ClinicExportId id, UUID maker, long done, long inAll, Instant now) {
        return jdbc.sql("""
                                update clinic_export set done = ?, in_all = ?, working_at = ?
                                where id = ? and status = 'RELEASED' and maker_id = ?""").params(done, inAll, now, id, maker).update() == 1;
    }

    /** Lists whose records an export has: all patients of the clinic, with the records that are read as one with theirs. */
    void listPatients(ClinicExportId id) {
        for (var of : List.of(
                "clinic_export e join patient_clinic k on k.clinic_id = e.clinic_id",
                "clinic_export e join patient_alias_clinic k on k.clinic_id = e.clinic_id",
                // merged at another clinic: one person, so one record
                "clinic_export e join clinic_export_patient x on x.export_id = e.id"
                        + " join patient_read_as r on r.patient_id = x.patient_id"
                        + " join patient_read_as k on k.read_as_id = r.read_as_id")) {
            jdbc.sql("""
                            insert into clinic_export_patient (export_id, patient_id)
                            select distinct e.id, k.patient_id from %s
                            where e.id = ? and not exists (select 1 from clinic_export_patient m
                                where m.export_id = e.id and m.patient_id = k.patient_id)""".formatted(of)).param(id).update();
        }
    }

    /** Notes how much of the file, from its beginning, was sent. */
    void sent(ClinicExportId id, long from, long to) {
        jdbc.sql("update clinic_export set sent_bytes = ? where id = ? and sent_bytes >= ? and sent_bytes < ?")
                .params(to, id, from, to)
                .update();
    }

    /** Returns how much of the file, from its beginning, was sent. */
    long sent(ClinicExportId id) {
        return jdbc.sql("select sent_bytes from clinic_export where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
