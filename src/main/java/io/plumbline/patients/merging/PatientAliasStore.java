package io.plumbline.patients.merging;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores which patient record is merged into which other, and derives from it which records are read as one and where
 * they are registered.
 */
@Repository
class PatientAliasStore {
    private final JdbcClient jdbc;

    PatientAliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else merges or unmerges records; lasts until the end of the transaction. */
    void takeTurn() {
        jdbc.sql("update patient_alias_turn set turn = turn + 1 where id = 1").update();
    }

    void add(PatientId merged, PatientId kept, String reason, StaffId by, Instant at) {
        jdbc.sql("""
                insert into patient_alias (id, patient_id, kept_id, reason, merged_at, merged_by)
                values (?, ?, ?, ?, ?, ?)""").params(Ids.next(), merged, kept, reason, at, by).update();
    }

    /** Ends a merge and keeps its record. */
    void end(PatientId merged, StaffId by, Instant at) {
        jdbc.sql("update patient_alias set unmerged_at = ?, unmerged_by = ? where merged_patient_id = ?")
                .params(at, by, merged)
                .update();
    }

    /** Returns the record that a record is merged into, which may itself be merged; empty if it is not merged. */
    Optional<PatientId> keptFor(PatientId merged) {
        return jdbc.sql("select kept_id from patient_alias where merged_patient_id = ?")
                .param(merged)
                .query(PatientId.class)
                .optional();
    }

    /**
     * Derives again which of some records are read as one, and where they are registered.
     *
     * @param some all records that were or are read together with one whose merge changed
     * @return the groups, each with the record first under which it is read; a record on its own is a group
     */
    List<SequencedSet<PatientId>> regroup(Collection<PatientId> some) {
        dissolve(some);
        var groups = groups(some);
        groups.stream().filter(group -> group.size() > 1).forEach(this::compose);
        return groups;
    }

    private void dissolve(Collection<PatientId> some) {
        jdbc.sql("delete from patient_read_as where patient_id in (:some)")
                .param("some", some)
                .update();
        jdbc.sql("""
                delete from patient_clinic where patient_id in (:some) and exists (
                    select 1 from patient_alias_clinic k where k.patient_id = patient_clinic.patient_id
                      and k.clinic_id = patient_clinic.clinic_id and k.is_own = false)""").param("some", some).update();
        jdbc.sql("""
                insert into patient_clinic (clinic_id, sort_key, patient_id)
                select k.clinic_id, p.sort_key, p.id from patient_alias_clinic k join patient p on p.id = k.patient_id
                where k.patient_id in (:some) and k.is_own = true""").param("some", some).update();
        jdbc.sql("delete from patient_alias_clinic where patient_id in (:some)")
                .param("some", some)
                .update();
    }

    private List<SequencedSet<PatientId>> groups(Collection<PatientId> some) {
        var kept = new HashMap<PatientId, PatientId>();
        jdbc.sql("select patient_id, kept_id from patient_alias where merged_patient_id in (:some)")
                .param("some", some)
                .query(row -> {
                    kept.put(
                            new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                            new PatientId(Ids.uuid(row.getBytes("kept_id"))));
                });
        Map<PatientId, SequencedSet<PatientId>> groups = new LinkedHashMap<>();
        some.stream().sorted(Comparator.comparing(PatientId::value)).forEach(one -> {
            var readAs = one;
            while (kept.containsKey(readAs)) {
                readAs = Objects.requireNonNull(kept.get(readAs));
            }
            groups.computeIfAbsent(readAs, first -> new LinkedHashSet<>(List.of(first)))
                    .add(one);
        });
        return List.copyOf(groups.values());
    }

    private void compose(SequencedSet<PatientId> group) {
        var readAs = group.getFirst();
        for (var one : group) {
            jdbc.sql("insert into patient_read_as (patient_id, read_as_id) values (?, ?)")
                    .params(one, readAs)
                    .update();
        }
        var merged = group.stream().skip(1).toList();
        jdbc.sql("""
                insert into patient_alias_clinic (patient_id, clinic_id, is_own)
                select c.patient_id, c.clinic_id, true from patient_clinic c where c.patient_id in (:merged)""").param("merged", merged).update();
        jdbc.sql("delete from patient_clinic where patient_id in (:merged)")
                .param("merged", merged)
                .update();
        jdbc.sql("""
                insert into patient_alias_clinic (patient_id, clinic_id, is_own)
                select distinct p.id, k.clinic_id, false from patient_alias_clinic k join patient p on p.id = :readAs
                where k.patient_id in (:merged) and k.is_own = true and not exists (
                    select 1 from patient_clinic c where c.patient_id = :readAs and c.clinic_id = k.clinic_id)""").param("readAs", readAs).param("merged", merged).update();
        jdbc.sql("""
                insert into patient_clinic (clinic_id, sort_key, patient_id)
                select k.clinic_id, p.sort_key, p.id from patient_alias_clinic k join patient p on p.id = k.patient_id
                where k.patient_id = :readAs and k.is_own = false""").param("readAs", readAs).update();
    }
}
