package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the relations between staff and patients, each with its reason, its source and its days. */
@Component
class RelationStore {
    // days are those of UTC: over half a year, the hour at either end does not matter
    private final JdbcClient jdbc;
    private final Clock clock;

    RelationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns whether a person may see a patient's chart today, by a relation or by break-glass access. */
    boolean isRelated(StaffId staff, PatientId patient) {
        var now = clock.instant();
        return jdbc.sql("""
                select 1 from patient_relation
                where staff_id = :staff and patient_id = :patient and until_on >= :today and from_on <= :today
                union all
                select 1 from break_glass_access
                where staff_id = :staff and patient_id = :patient and until_at > :now
                limit 1""")
                .param("staff", Ids.bytes(staff.value()))
                .param("patient", Ids.bytes(patient.value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns the patients to whom {@link #isRelated} applies. */
    Set<PatientId> findRelated(StaffId staff) {
        var now = clock.instant();
        return jdbc
                .sql("""
                select patient_id from patient_relation
                where staff_id = :staff and until_on >= :today and from_on <= :today
                union
                select patient_id from break_glass_access where staff_id = :staff and until_at > :now""")
                .param("staff", Ids.bytes(staff.value()))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", Utc.of(now))
                .query((row, n) -> new PatientId(Ids.uuid(row.getBytes(1))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a person has break-glass access to a patient now, and no relation. */
    boolean hasBreakGlassAlone(StaffId staff, PatientId patient) {
        var now = clock.instant();
        return jdbc.sql("""
                select 1 from break_glass_access o
                where o.staff_id = :staff and o.patient_id = :patient and o.until_at > :now
                  and not exists (
                    select 1 from patient_relation r where r.staff_id = o.staff_id and r.patient_id = o.patient_id
                      and r.until_on >= :today and r.from_on <= :today)
                limit 1""")
                .param("staff", Ids.bytes(staff.value()))
                .param("patient", Ids.bytes(patient.value()))
                .param("now", Utc.of(now))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Returns whether a chiropractor who can sign in has a relation to the patient. Relations through red flags and
     * break-glass access do not count.
     */
    boolean hasChiropractor(PatientId patient) {
        return jdbc
                .sql("""
                select distinct s.roles from patient_relation r join staff_account s on s.id = r.staff_id
                where r.patient_id = :patient and r.reason <> :flag and r.until_on >= :today and r.from_on <= :today
                  and s.status = 'ACTIVE'""")
                .param("patient", Ids.bytes(patient.value()))
                .param("flag", RelationReason.FLAG.name())
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(roles -> RolesColumn.roles(roles).contains(Role.CHIROPRACTOR));
    }

    /** Returns whether there is a relation of this reason, whatever its days. */
    boolean has(StaffId staff, PatientId patient, RelationReason reason) {
        return jdbc.sql("""
                select 1 from patient_relation where staff_id = ? and patient_id = ? and reason = ? limit 1""")
                .params(Ids.bytes(staff.value()), Ids.bytes(patient.value()), reason.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns until when a source gave access to a patient's chart, by who got it. */
    Map<StaffId, LocalDate> findEnds(PatientId patient, RelationReason reason, UUID source) {
        var until = new HashMap<StaffId, LocalDate>();
        jdbc.sql(
                        "select staff_id, until_on from patient_relation where patient_id = ? and reason = ? and source_id = ?")
                .params(Ids.bytes(patient.value()), reason.name(), Ids.bytes(source))
                .query((RowCallbackHandler) row -> until.put(
                        new StaffId(Ids.uuid(row.getBytes("staff_id"))), row.getObject("until_on", LocalDate.class)));
        return until;
    }

    /** Adds a relation, or extends the one of the same source; never shortens it. */
    void relate(StaffId staff, PatientId patient, RelationReason reason, UUID source, LocalDate from, LocalDate until) {
        var longer = jdbc.sql("""
                update patient_relation set until_on = case when until_on < ? then ? else until_on end
                where staff_id = ? and patient_id = ? and reason = ? and source_id = ?""")
                .params(
                        until,
                        until,
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason.name(),
                        Ids.bytes(source))
                .update();
        if (longer > 0) {
            return;
        }
        jdbc.sql("""
                insert into patient_relation (staff_id, patient_id, reason, source_id, from_on, until_on)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason.name(),
                        Ids.bytes(source),
                        from,
                        until)
                .update();
    }

    /** Sets the last day of all relations of a source. */
    void limit(PatientId patient, RelationReason reason, UUID source, LocalDate until) {
        jdbc.sql("update patient_relation set until_on = ? where patient_id = ? and reason = ? and source_id = ?")
                .params(until, Ids.bytes(patient.value()), reason.name(), Ids.bytes(source))
                .update();
    }

    /** Brings the last day of one relation of a source closer; never extends it. */
    void shorten(StaffId staff, PatientId patient, RelationReason reason, UUID source, LocalDate until) {
        jdbc.sql("""
                update patient_relation set until_on = ?
                where staff_id = ? and patient_id = ? and reason = ? and source_id = ? and until_on > ?""")
                .params(
                        until,
                        Ids.bytes(staff.value()),
                        Ids.bytes(patient.value()),
                        reason.name(),
                        Ids.bytes(source),
                        until)
                .update();
    }

    /** Ends the relation that a source gave. */
    void end(StaffId staff, PatientId patient, RelationReason reason, UUID source) {
        jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ? and source_id = ?")
                .params(Ids.bytes(staff.value()), Ids.bytes(patient.value()), reason.name(), Ids.bytes(source))
                .update();
    }

    /**
     * Ends all relations of a reason.
     *
     * @return whether there was one
     */
    boolean endAll(StaffId staff, PatientId patient, RelationReason reason) {
        return jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ?")
                        .params(Ids.bytes(staff.value()), Ids.bytes(patient.value()), reason.name())
                        .update()
                > 0;
    }
}
