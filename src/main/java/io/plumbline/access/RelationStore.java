package io.plumbline.access;

import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
    /** The last day of a relation that lasts until it is ended. */
    static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    // days are those of UTC: over half a year, the hour at either end does not matter
    private final JdbcClient jdbc;
    private final Clock clock;

    RelationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A patient in relation, and whether they are read as part of another record. */
    private record Related(PatientId patient, boolean isMerged) {}

    /** The patients in relation to a staff member. */
    record RelatedPatients(Set<PatientId> all, Set<PatientId> merged) {
        PatientScope within(Set<ClinicId> clinics) {
            return new PatientScope(clinics, all, merged);
        }
    }

    /**
     * Returns the patients whose chart a person may see today, by a relation or by break-glass access to any of their
     * records.
     */
    RelatedPatients findRelated(StaffId staff) {
        var now = clock.instant();
        var found = jdbc.sql("""
                select patient_id, false as is_merged from patient_relation
                where staff_id = :staff and until_on >= :today and from_on <= :today and %s
                union
                select patient_id, false from break_glass_access where staff_id = :staff and until_at > :now
                union
                select m.patient_id, m.patient_id <> m.read_as_id from patient_read_as o
                join patient_relation r on r.staff_id = :staff and r.patient_id = o.patient_id
                    and r.until_on >= :today and r.from_on <= :today
                join patient_read_as m on m.read_as_id = o.read_as_id
                where %s
                union
                select m.patient_id, m.patient_id <> m.read_as_id from patient_read_as o
                join break_glass_access b on b.staff_id = :staff and b.patient_id = o.patient_id and b.until_at > :now
                join patient_read_as m on m.read_as_id = o.read_as_id""".formatted(
                                SensitivePatients.visibleTo(":staff", "patient_relation.patient_id"),
                                SensitivePatients.visibleTo(":staff", "m.patient_id")))
                .param("staff", staff)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("now", now)
                .query(Related.class)
                .list();
        return new RelatedPatients(
                found.stream().map(Related::patient).collect(Collectors.toUnmodifiableSet()),
                found.stream().filter(Related::isMerged).map(Related::patient).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns those of some patients who are registered at one of some clinics, and at none of some others. */
    Set<PatientId> findKnownOnlyAt(Set<ClinicId> clinics, Set<ClinicId> others, Collection<PatientId> some) {
        if (clinics.isEmpty() || some.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                select p.id from patient p left join patient_read_as a on a.patient_id = p.id
                where p.id in (:patients)
                  and exists (select 1 from patient_clinic c
                    where c.patient_id = coalesce(a.read_as_id, p.id) and c.clinic_id in (:clinics))
                  and not exists (select 1 from patient_clinic c
                    where c.patient_id = coalesce(a.read_as_id, p.id) and c.clinic_id in (:others))""")
                .param("patients", some)
                .param("clinics", clinics)
                .param("others", others.isEmpty() ? List.of(new byte[16]) : others)
                .query(PatientId.class)
                .list());
    }

    /** Returns whether a person has break-glass access to a patient now, and no relation. */
    boolean hasBreakGlassAlone(StaffId staff, Collection<PatientId> records) {
        var now = clock.instant();
        return jdbc.sql("""
                select 1 from break_glass_access o
                where o.staff_id = :staff and o.patient_id in (:patients) and o.until_at > :now
                  and not exists (
                    select 1 from patient_relation r where r.staff_id = o.staff_id and r.patient_id in (:patients)
                      and r.until_on >= :today and r.from_on <= :today and %s)
                limit 1""".formatted(SensitivePatients.visibleTo(":staff", "r.patient_id")))
                .param("staff", staff)
                .param("patients", records)
                .param("now", now)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Returns whether a chiropractor who can sign in, and is one where the patient is registered or everywhere, has a
     * relation to the patient. Relations through red flags and
     * break-glass access do not count.
     */
    boolean hasChiropractor(Collection<PatientId> records) {
        return jdbc
                .sql("""
                    select distinct s.roles from patient_relation r join staff_account s on s.id = r.staff_id
                    where r.patient_id in (:patients) and r.reason not in (:flags) and r.until_on >= :today and r.from_on <= :today
                      and s.status = 'ACTIVE'
                      and (not exists (select 1 from staff_account_clinic w
                          where w.staff_id = s.id and w.without_roles like '%%CHIROPRACTOR%%')
                        or exists (select 1 from staff_account_clinic w
                          join patient_clinic c on c.clinic_id = w.clinic_id and c.patient_id in (:patients)
                          where w.staff_id = s.id and w.without_roles not like '%%CHIROPRACTOR%%'))
                      and %s""".formatted(SensitivePatients.visibleTo("r.staff_id", "r.patient_id")))
                .param("patients", records)
                .param("flags", List.of(RelationReason.FLAG.name(), RelationReason.TAKEN_FLAG.name()))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(roles -> RolesColumn.roles(roles).contains(Role.CHIROPRACTOR));
    }

    /** Returns whether there is a relation of this reason, whatever its days. */
    boolean has(StaffId staff, Collection<PatientId> records, RelationReason reason) {
        return jdbc.sql("""
                select 1 from patient_relation
                where staff_id = :staff and patient_id in (:patients) and reason = :reason limit 1""")
                .param("staff", staff)
                .param("patients", records)
                .param("reason", reason.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Returns until when a source gave access to a patient's chart, by who got it. */
    Map<StaffId, LocalDate> findEnds(PatientId patient, RelationReason reason, UUID source) {
        var until = new HashMap<StaffId, LocalDate>();
        jdbc.sql("select staff_id, until_on from patient_relation where patient_id = ? and reason = ? and"
                        + " source_id = ?")
                .params(patient, reason.name(), source)
                .query((RowCallbackHandler) row -> until.put(
                        new StaffId(Ids.uuid(row.getBytes("staff_id"))), row.getObject("until_on", LocalDate.class)));
        return until;
    }

    /** Adds a relation, or extends the one of the same source; never shortens it. */
    void relate(StaffId staff, PatientId patient, RelationReason reason, UUID source, LocalDate from, LocalDate until) {
        var longer = jdbc.sql("""
                update patient_relation set until_on = case when until_on < ? then ? else until_on end
                where staff_id = ? and patient_id = ? and reason = ? and source_id = ?""")
                .params(until, until, staff, patient, reason.name(), source)
                .update();
        if (longer > 0) {
            return;
        }
        jdbc.sql("""
                insert into patient_relation (staff_id, patient_id, reason, source_id, from_on, until_on)
                values (?, ?, ?, ?, ?, ?)""").params(staff, patient, reason.name(), source, from, until).update();
    }

    /** Sets the last day of all relations of a source. */
    void limit(PatientId patient, RelationReason reason, UUID source, LocalDate until) {
        jdbc.sql("update patient_relation set until_on = ? where patient_id = ? and reason = ? and source_id = ?")
                .params(until, patient, reason.name(), source)
                .update();
    }

    /** Brings the last day of one relation of a source closer; never extends it. */
    void shorten(StaffId staff, PatientId patient, RelationReason reason, UUID source, LocalDate until) {
        jdbc.sql("""
                update patient_relation set until_on = ?
                where staff_id = ? and patient_id = ? and reason = ? and source_id = ? and until_on > ?""")
                .params(until, staff, patient, reason.name(), source, until)
                .update();
    }

    /** Ends the relation that a source gave. */
    void end(StaffId staff, PatientId patient, RelationReason reason, UUID source) {
        jdbc.sql("delete from patient_relation where staff_id = ? and patient_id = ? and reason = ? and source_id = ?")
                .params(staff, patient, reason.name(), source)
                .update();
    }

    /**
     * Ends all relations of a reason.
     *
     * @return whether there was one
     */
    boolean endAll(StaffId staff, Collection<PatientId> records, RelationReason reason) {
        return jdbc.sql("delete from patient_relation where staff_id = :staff and patient_id in (:patients)"
                                + " and reason = :reason")
                        .param("staff", staff)
                        .param("patients", records)
                        .param("reason", reason.name())
                        .update()
                > 0;
    }
}
