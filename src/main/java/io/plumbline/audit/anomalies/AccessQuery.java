package io.plumbline.audit.anomalies;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the rules ask: accesses from the trail, and names, clinics and relations of who is in them. */
@Repository
class AccessQuery {
    private final JdbcClient jdbc;

    AccessQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A batch of the trail.
     *
     * @param rows how many entries were read
     * @param last the number of the last one
     * @param accesses the accesses among them, in order
     */
    record Batch(int rows, long last, List<Access> accesses) {}

    /** The name of a patient. */
    record PatientName(String given, String family, String preferred) {}

    /**
     * The name of a staff member.
     *
     * @param display the name of the account, or the given name and family name of a practitioner without account
     * @param family the family name, which only a practitioner has; empty for others
     */
    record StaffName(StaffId id, String display, String given, String family, boolean isActive) {}

    /** Reads the entries after a number, in the order of the chain; what is not chained yet comes with a later batch. */
    Batch after(long seq, int limit) {
        var read = jdbc.sql("select seq, at, actor, kind, patient from audit_event where seq > ? order by seq limit ?")
                .params(seq, limit)
                .query(Entry.class)
                .list();
        return new Batch(
                read.size(),
                read.isEmpty() ? seq : read.getLast().seq(),
                read.stream().flatMap(entry -> entry.access().stream()).toList());
    }

    /** An entry of the trail. */
    private record Entry(
            long seq,
            Instant at,
            StaffId actor,
            String kind,
            @Nullable PatientId patient) {
        /** Returns the access that it records; empty if it is none, or none of a person. */
        Optional<Access> access() {
            var isBreakGlass = kind.equals(Access.BREAK_GLASS);
            return patient == null
                            || !isBreakGlass && !Access.VIEWS.contains(kind)
                            || actor.equals(CurrentUser.SYSTEM.staff())
                            || actor.equals(StaffId.NOBODY)
                    ? Optional.empty()
                    : Optional.of(new Access(actor, patient, at, isBreakGlass));
        }
    }

    /** Returns the accesses of a person within a time, both ends inclusive, in order. */
    List<Access> of(StaffId person, Collection<String> kinds, Instant from, Instant until) {
        return jdbc.sql("""
                select actor as person, patient, at, kind = :breakGlass as is_break_glass from audit_event
                where actor = :actor and kind in (:kinds) and at >= :from and at <= :until and patient is not null
                order by at, id""")
                .param("actor", person)
                .param("kinds", kinds)
                .param("from", from)
                .param("until", until)
                .param("breakGlass", Access.BREAK_GLASS)
                .query(Access.class)
                .list();
    }

    Map<PatientId, PatientName> patients(Collection<PatientId> some) {
        var names = new HashMap<PatientId, PatientName>();
        jdbc.sql("select id, given_name, family_name, preferred_name from patient where id in (:ids)")
                .param("ids", some)
                .query((RowCallbackHandler) row -> names.put(
                        new PatientId(Ids.uuid(row.getBytes("id"))),
                        new PatientName(
                                row.getString("given_name"),
                                row.getString("family_name"),
                                row.getString("preferred_name"))));
        return names;
    }

    /** Returns the names of all staff: a few thousand at most, since nobody is deleted. */
    List<StaffName> staff() {
        return jdbc.sql("""
                select s.id, s.display_name as display, coalesce(p.given_name, '') as given,
                    coalesce(p.family_name, '') as family,
                    case when s.status <> 'SWITCHED_OFF' then coalesce(p.active, true) else false end as is_active
                from staff_account s left join practitioner p on p.id = s.id
                union all
                select p.id, concat(p.given_name, ' ', p.family_name), p.given_name, p.family_name, p.active
                from practitioner p where not exists (select 1 from staff_account s where s.id = p.id)""").query(StaffName.class).list();
    }

    /** Returns the clinics of people. */
    Map<StaffId, Set<ClinicId>> clinics(Collection<StaffId> people) {
        var clinics = new HashMap<StaffId, Set<ClinicId>>();
        jdbc.sql("select staff_id, clinic_id from staff_account_clinic where staff_id in (:ids)")
                .param("ids", people)
                .query((RowCallbackHandler) row -> clinics.computeIfAbsent(
                                new StaffId(Ids.uuid(row.getBytes("staff_id"))), person -> new HashSet<>())
                        .add(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))));
        return clinics;
    }

    /** Returns whether a person treated a patient on a day, also by a relation to a record that is read as the same. */
    boolean isRelated(StaffId person, PatientId patient, Instant at) {
        return jdbc.sql("""
                select 1 from patient_relation r
                where r.staff_id = :staff and r.until_on >= :day and r.from_on <= :day
                  and (r.patient_id = :patient or r.patient_id in (
                    select m.patient_id from patient_read_as o join patient_read_as m on m.read_as_id = o.read_as_id
                    where o.patient_id = :patient))
                limit 1""")
                .param("staff", person)
                .param("patient", patient)
                .param("day", LocalDate.ofInstant(at, ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
