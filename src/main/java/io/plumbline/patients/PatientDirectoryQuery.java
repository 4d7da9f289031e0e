package io.plumbline.patients;

import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.search.PatientNumbers;
import io.plumbline.shared.store.OncePerTransaction;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the directory. A page is ordered and limited on one table, then details are joined. The next page uses keyset
 * pagination in the one form that is fast on both H2 and MySQL.
 */
@Repository
class PatientDirectoryQuery implements PatientNumbers {
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final OncePerTransaction<PatientId, Boolean> held = new OncePerTransaction<>(this::lockHeader);

    PatientDirectoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a page of the patients of some clinics, by name; a patient registered at several of them appears once.
     */
    List<PatientRow> findByClinics(Set<ClinicId> clinics, @Nullable PatientRow after, int limit) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        var ofOne = """
                select sort_key, patient_id from patient_clinic
                where clinic_id = ? and sort_key >= ? and (sort_key > ? or patient_id > ?)""";
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(Ids.bytes(clinic.value())));
            addKey(values, after);
            union.add(ofOne, values, "clinic_id, sort_key, patient_id", limit);
        }
        var page = union.page("distinct sort_key, patient_id", "sort_key, patient_id", limit);
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from (" + page.sql() + ") page"
                        + " join patient p on p.id = page.patient_id"
                        + " left join patient_summary s on s.patient_id = p.id"
                        + " order by page.sort_key, page.patient_id")
                .params(page.params())
                .query(PatientRowMapper::row)
                .list();
    }

    /** Returns a page of these patients, by name. */
    List<PatientRow> of(Set<PatientId> patients, @Nullable PatientRow after, int limit) {
        if (patients.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        patients.forEach(patient -> params.add(Ids.bytes(patient.value())));
        addKey(params, after);
        params.add(limit);
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from (select * from patient where id in ("
                        + String.join(",", Collections.nCopies(patients.size(), "?"))
                        + ") and sort_key >= ? and (sort_key > ? or id > ?) order by sort_key, id limit ?) p"
                        + " left join patient_summary s on s.patient_id = p.id order by p.sort_key, p.id")
                .params(params)
                .query(PatientRowMapper::row)
                .list();
    }

    /** Returns those of some patients who are registered at one of the clinics, by name. */
    List<PatientRow> knownAmong(Set<PatientId> some, Set<ClinicId> clinics) {
        if (some.isEmpty() || clinics.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from patient p"
                        + " left join patient_summary s on s.patient_id = p.id where p.id in (:some) and exists"
                        + " (select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id in (:clinics))"
                        + " order by p.sort_key, p.id")
                .param("some", Ids.bytes(some, PatientId::value))
                .param("clinics", Ids.bytes(clinics, ClinicId::value))
                .query(PatientRowMapper::row)
                .list();
    }

    /** Returns how many patients are registered at some clinics, up to 1,000. */
    long countOfClinics(Set<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return 0;
        }
        var ofOne = "(select patient_id from patient_clinic where clinic_id = ? limit 1000)";
        return jdbc.sql("select count(*) from (" + String.join(" union ", Collections.nCopies(clinics.size(), ofOne))
                        + ") known")
                .params(clinics.stream().map(c -> (Object) Ids.bytes(c.value())).toList())
                .query(Long.class)
                .single();
    }

    /** Registers a patient at a clinic; returns whether the patient was new there. */
    boolean knownAt(PatientId patient, ClinicId clinic) {
        try {
            return jdbc.sql("""
                    insert into patient_clinic (clinic_id, sort_key, patient_id)
                    select ?, p.sort_key, p.id from patient p
                    where p.id = ? and not exists (
                        select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id = ?)""")
                            .params(Ids.bytes(clinic.value()), Ids.bytes(patient.value()), Ids.bytes(clinic.value()))
                            .update()
                    > 0;
        } catch (DuplicateKeyException registeredInTheMeantime) {
            // a colleague who booked the same patient was first; the result is the same
            return false;
        }
    }

    /** Updates the name in the directory of each clinic at which the patient is registered. */
    void rename(PatientId patient) {
        jdbc.sql("""
                update patient_clinic set sort_key = (select p.sort_key from patient p where p.id = patient_clinic.patient_id)
                where patient_id = ?""").param(Ids.bytes(patient.value())).update();
    }

    /** Registers a new patient, whom no clinic can have registered yet, at their first clinic. */
    void firstKnownAt(PatientId patient, ClinicId clinic) {
        jdbc.sql("""
                insert into patient_clinic (clinic_id, sort_key, patient_id)
                select ?, sort_key, id from patient where id = ?""")
                .params(Ids.bytes(clinic.value()), Ids.bytes(patient.value()))
                .update();
    }

    /** Registers new patients, whom no clinic can have registered yet, at their first clinic. */
    void firstKnownAt(Collection<PatientId> patients, ClinicId clinic) {
        jdbc.sql("""
                insert into patient_clinic (clinic_id, sort_key, patient_id)
                select :clinic, sort_key, id from patient where id in (:patients)""")
                .param("clinic", Ids.bytes(clinic.value()))
                .param("patients", Ids.bytes(patients, PatientId::value))
                .update();
    }

    void beginSummaries(Collection<PatientId> patients) {
        jdbc.sql("insert into patient_summary (patient_id) select id from patient where id in (:patients)")
                .param("patients", Ids.bytes(patients, PatientId::value))
                .update();
    }

    void beginSummary(PatientId patient) {
        jdbc.sql("insert into patient_summary (patient_id) values (?)")
                .param(Ids.bytes(patient.value()))
                .update();
    }

    void nextVisitIs(PatientId patient, @Nullable LocalDate on, @Nullable LocalTime at) {
        jdbc.sql("update patient_summary set next_visit_on = :on, next_visit_at = :at where patient_id = :patient")
                .param("on", on)
                .param("at", at)
                .param("patient", Ids.bytes(patient.value()))
                .update();
    }

    /** Locks the header row until the end of the transaction, without changing it. */
    void holdHeader(PatientId patient) {
        held.of(patient);
    }

    private boolean lockHeader(PatientId patient) {
        return jdbc.sql("update patient_summary set open_flag_level = open_flag_level where patient_id = ?")
                        .param(Ids.bytes(patient.value()))
                        .update()
                > 0;
    }

    void planIs(PatientId patient, String title, int planned, int delivered) {
        jdbc.sql("""
                update patient_summary set plan_title = ?, planned_visits = ?, delivered_visits = ?
                where patient_id = ?""")
                .params(title, planned, delivered, Ids.bytes(patient.value()))
                .update();
    }

    void noPlanRuns(PatientId patient) {
        jdbc.sql("""
                update patient_summary set plan_title = null, planned_visits = null, delivered_visits = null
                where patient_id = ?""").param(Ids.bytes(patient.value())).update();
    }

    Optional<FlagLevel> openFlagIs(PatientId patient, Supplier<Optional<FlagLevel>> mostUrgent) {
        // a decision on one flag must count after another flag that is being raised
        holdHeader(patient);
        var level = mostUrgent.get();
        jdbc.sql("update patient_summary set open_flag_level = :level where patient_id = :patient")
                .param("level", level.map(FlagLevel::name).orElse(null))
                .param("patient", Ids.bytes(patient.value()))
                .update();
        return level;
    }

    @Override
    public Map<PatientId, String> of(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, patient_number from patient where id in (:ids)")
                .param("ids", Ids.bytes(patients, PatientId::value))
                .query((row, n) -> Map.entry(PatientRowMapper.id(row), PatientRowMapper.number(row)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void addKey(List<Object> params, @Nullable PatientRow after) {
        var sortKey = after == null ? "" : after.sortKey();
        params.add(sortKey);
        params.add(sortKey);
        params.add(Ids.bytes(after == null ? FIRST : after.id().value()));
    }
}
