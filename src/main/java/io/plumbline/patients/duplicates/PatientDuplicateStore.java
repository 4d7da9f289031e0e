package io.plumbline.patients.duplicates;

import io.plumbline.patients.search.DuplicateReason;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores pairs of patients who may be the same person, the clinics whose lists may show them, and the patients who wait
 * for a search. Every writer locks the pairs that it changes, several in the order of {@link PatientPair}, so that of two
 * who change a pair one waits.
 */
@Repository
class PatientDuplicateStore {
    private final JdbcClient jdbc;

    PatientDuplicateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored pair. */
    record Kept(PatientDuplicateId id, Set<DuplicateReason> reasons, boolean isDismissed) {}

    /** Returns the pairs of a patient, locked until the end of the transaction. */
    SortedMap<PatientPair, Kept> lock(PatientId patient) {
        var pairs = new TreeMap<PatientPair, PatientDuplicateId>();
        jdbc.sql("""
                select id, first_id, second_id from patient_duplicate where first_id = :patient
                union all select id, first_id, second_id from patient_duplicate where second_id = :patient""").param("patient", patient).query(row -> {
            pairs.put(
                    new PatientPair(
                            new PatientId(Ids.uuid(row.getBytes("first_id"))),
                            new PatientId(Ids.uuid(row.getBytes("second_id")))),
                    new PatientDuplicateId(Ids.uuid(row.getBytes("id"))));
        });
        var locked = new TreeMap<PatientPair, Kept>();
        pairs.forEach((pair, id) -> lock(id).ifPresent(kept -> locked.put(pair, kept)));
        return locked;
    }

    /** Locks by an update that changes nothing, which needs no right to update all columns, and reads what it locked. */
    private Optional<Kept> lock(PatientDuplicateId id) {
        var isThere = jdbc.sql("update patient_duplicate set reasons = reasons where id = ?")
                        .param(id)
                        .update()
                > 0;
        return isThere
                ? jdbc.sql("select reasons, dismissed_at from patient_duplicate where id = ?")
                        .param(id)
                        .query((row, n) ->
                                new Kept(id, reasons(row.getString("reasons")), row.getObject("dismissed_at") != null))
                        .optional()
                : Optional.empty();
    }

    /** Stores a pair that is not stored yet; does nothing if another search has just stored it. */
    void add(PatientPair pair, Set<DuplicateReason> reasons, Instant now) {
        var id = PatientDuplicateId.next();
        var isNew = jdbc.sql("""
                        insert ignore into patient_duplicate (id, first_id, second_id, reasons, found_at)
                        values (?, ?, ?, ?, ?)""")
                        .params(id, pair.first(), pair.second(), stored(reasons), now)
                        .update()
                > 0;
        if (isNew) {
            updateClinics(id);
        }
    }

    /** Replaces the evidence of a locked pair. */
    void replaceReasons(PatientDuplicateId id, Set<DuplicateReason> reasons) {
        jdbc.sql("update patient_duplicate set reasons = ? where id = ?")
                .params(stored(reasons), id)
                .update();
    }

    /** Brings the clinics of a locked pair in line with those at which the two are registered. */
    void updateClinics(PatientDuplicateId id) {
        jdbc.sql("""
                delete from patient_duplicate_clinic where duplicate_id = :pair and not exists (
                    select 1 from patient_duplicate d join patient_clinic c on c.patient_id in (d.first_id, d.second_id)
                    where d.id = :pair and c.clinic_id = patient_duplicate_clinic.clinic_id)""").param("pair", id).update();
        jdbc.sql("""
                insert into patient_duplicate_clinic (clinic_id, dismissed, since, duplicate_id)
                select distinct c.clinic_id, d.dismissed_at is not null, coalesce(d.dismissed_at, d.found_at), d.id
                from patient_duplicate d join patient_clinic c on c.patient_id in (d.first_id, d.second_id)
                where d.id = :pair and not exists (select 1 from patient_duplicate_clinic o
                    where o.duplicate_id = d.id and o.clinic_id = c.clinic_id)""").param("pair", id).update();
    }

    /** Dismisses a pair as two people; false if it is not open any more. */
    boolean dismiss(PatientDuplicateId id, StaffId by, Instant at) {
        var isOurs = jdbc.sql("""
                        update patient_duplicate set dismissed_at = ?, dismissed_by = ?
                        where id = ? and dismissed_at is null""").params(at, by, id).update() > 0;
        if (isOurs) {
            jdbc.sql("update patient_duplicate_clinic set dismissed = true, since = ? where duplicate_id = ?")
                    .params(at, id)
                    .update();
        }
        return isOurs;
    }

    /** Makes a dismissed pair an open one; false if it is open. */
    boolean reopen(PatientDuplicateId id) {
        var isOurs = jdbc.sql("""
                        update patient_duplicate set dismissed_at = null, dismissed_by = null
                        where id = ? and dismissed_at is not null""").param(id).update() > 0;
        if (isOurs) {
            jdbc.sql("""
                    update patient_duplicate_clinic set dismissed = false,
                        since = (select found_at from patient_duplicate where id = :pair)
                    where duplicate_id = :pair""").param("pair", id).update();
        }
        return isOurs;
    }

    /** Removes an open pair, which the search finds again if the two match again. */
    void withdraw(PatientDuplicateId id) {
        remove(List.of(id));
    }

    /** Removes the open pairs of which both are among some records, which are read as one now. */
    void withdrawWithin(Collection<PatientId> records) {
        remove(jdbc.sql("""
                        select id from patient_duplicate
                        where first_id in (:records) and second_id in (:records) and dismissed_at is null order by id""")
                .param("records", records)
                .query(PatientDuplicateId.class)
                .list());
    }

    /** Removes all that is kept of a patient who was removed. */
    void removeAllOf(PatientId patient) {
        remove(lock(patient).values().stream().map(Kept::id).toList());
        takeDue(patient);
    }

    private void remove(List<PatientDuplicateId> pairs) {
        for (var pair : pairs) {
            jdbc.sql("delete from patient_duplicate where id = ?").param(pair).update();
            jdbc.sql("delete from patient_duplicate_clinic where duplicate_id = ?")
                    .param(pair)
                    .update();
        }
    }

    /** Queues patients for a search. */
    void searchSoon(Collection<PatientId> patients) {
        for (var patient : patients) {
            jdbc.sql("insert into patient_record_search (id, patient_id) values (?, ?)")
                    .params(Ids.next(), patient)
                    .update();
        }
    }

    /** Returns the patients queued for a search, newest first. */
    Set<PatientId> due(int most) {
        return jdbc.sql("select patient_id from patient_record_search order by id desc limit ?")
                .param(most)
                .query(PatientId.class)
                .set();
    }

    /** Takes a patient from the queue; false if another node has taken the patient. A rollback puts it back. */
    boolean takeDue(PatientId patient) {
        return jdbc.sql("delete from patient_record_search where patient_id = ?")
                        .param(patient)
                        .update()
                > 0;
    }

    static Set<DuplicateReason> reasons(String stored) {
        return Arrays.stream(stored.split(","))
                .map(DuplicateReason::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DuplicateReason.class)));
    }

    private static String stored(Set<DuplicateReason> reasons) {
        return reasons.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }
}
