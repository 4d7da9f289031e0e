package io.plumbline.patients;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.SensitivePatients;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.PatientNumbers;
import io.plumbline.shared.store.OncePerTransaction;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
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

    private final PatientRecords records;

    PatientDirectoryQuery(JdbcClient jdbc, PatientRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * Returns a page of the patients of some clinics, by name; a patient registered at several of them appears once.
     *
     * @param besides further patients, wherever they are registered
     */
    List<PatientRow> findByClinics(
            Set<ClinicId> clinics, Set<PatientId> besides, @Nullable PatientRow after, int limit) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        var ofOne = """
                select sort_key, patient_id from patient_clinic
                where clinic_id = ? and sort_key >= ? and (sort_key > ? or patient_id > ?)""" + " and " + SensitivePatients.visible("patient_clinic.patient_id");
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(clinic));
            addKey(values, after);
            union.add(ofOne, values, "clinic_id, sort_key, patient_id", limit);
        }
        if (!besides.isEmpty()) {
            var values = new ArrayList<Object>(besides);
            addKey(values, after);
            union.add(
                    "select sort_key, id as patient_id from patient where id in (" + marks(besides)
                            + ") and sort_key >= ? and (sort_key > ? or id > ?)",
                    values,
                    "sort_key, id",
                    limit);
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

    private static String marks(Set<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    /** Returns a page of these patients, by name. */
    List<PatientRow> of(Set<PatientId> patients, @Nullable PatientRow after, int limit) {
        if (patients.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        patients.forEach(patient -> params.add(patient));
        addKey(params, after);
        params.add(limit);
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from (select * from patient where id in ("
                        + marks(patients)
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
                        + " (select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id in (:clinics)) and "
                        + SensitivePatients.visible("p.id") + " order by p.sort_key, p.id")
                .param("some", some)
                .param("clinics", clinics)
                .query(PatientRowMapper::row)
                .list();
    }

    /** Gives records that are read as one the name of the first, and a record on its own its own name. */
    void nameAs(SequencedCollection<PatientId> records) {
        jdbc.sql("update patient set read_name = null where id = ? and read_name is not null")
                .param(records.getFirst())
                .update();
        if (records.size() > 1) {
            var name = jdbc.sql("select shown_as from patient where id = ?")
                    .param(records.getFirst())
                    .query(String.class)
                    .single();
            jdbc.sql("update patient set read_name = :name where id in (:merged)")
                    .param("name", name)
                    .param("merged", records.stream().skip(1).toList())
                    .update();
        }
    }

    /** Returns those of a clinic with a name in any spelling and a birth date whom the current user finds, merged ones once. */
    Set<PatientId> named(String name, LocalDate birthDate, ClinicId clinic) {
        var born = "select t.patient_id, p.given_name, p.family_name from patient_token t %s"
                + " where t.clinic_id = :clinic and t.token = :born and p.birth_date = :on and "
                + SensitivePatients.visible("t.patient_id");
        var same = NameSpellings.sameness(name);
        var found = new HashSet<PatientId>();
        jdbc.sql(born.formatted("join patient p on p.id = t.patient_id") + " union "
                        + born.formatted("join patient_read_as r on r.read_as_id = t.patient_id"
                                + " join patient p on p.id = r.patient_id"))
                .param("clinic", clinic)
                .param("born", PatientTokens.born(birthDate))
                .param("on", birthDate)
                .query(row -> {
                    if (NameSpellings.sameness(row.getString("given_name") + " " + row.getString("family_name"))
                            .equals(same)) {
                        found.add(new PatientId(Ids.uuid(row.getBytes("patient_id"))));
                    }
                });
        return found;
    }

    /** Returns the patient of a clinic with a number, if the current user finds them. */
    Optional<PatientId> numbered(long number, ClinicId clinic) {
        return jdbc.sql("""
                select p.id from patient p where p.patient_number = ?
                and exists (select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id = ?)
                and\s""" + SensitivePatients.visible("p.id"))
                .params(number, clinic)
                .query(PatientId.class)
                .optional();
    }

    /** Returns how many patients are registered at some clinics, up to 1,000. */
    long countOfClinics(Set<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return 0;
        }
        var ofOne = "(select patient_id from patient_clinic where clinic_id = ? and "
                + SensitivePatients.visible("patient_clinic.patient_id") + " limit 1000)";
        return jdbc.sql("select count(*) from (" + String.join(" union ", Collections.nCopies(clinics.size(), ofOne))
                        + ") known")
                .params(List.copyOf(clinics))
                .query(Long.class)
                .single();
    }

    /**
     * Registers a patient at a clinic, a merged record as the one under which it is read; returns whether the patient was
     * new there.
     */
    boolean knownAt(PatientId patient, ClinicId clinic) {
        try {
            return jdbc.sql("""
                    insert into patient_clinic (clinic_id, sort_key, patient_id)
                    select :clinic, p.sort_key, p.id from patient p
                    where p.id = coalesce((select r.read_as_id from patient_read_as r where r.patient_id = :patient), :patient)
                    and not exists (
                        select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id = :clinic)""")
                            .param("clinic", clinic)
                            .param("patient", patient)
                            .update()
                    > 0;
        } catch (DuplicateKeyException registeredInTheMeantime) {
            // a colleague who booked the same patient was first; the result is the same
            return false;
        }
    }

    /** Keeps a patient registered at a clinic when the record that was known there is unmerged. */
    void keepKnownAt(PatientId patient, ClinicId clinic) {
        jdbc.sql("delete from patient_alias_clinic where patient_id = ? and clinic_id = ? and is_own = false")
                .params(patient, clinic)
                .update();
    }

    /** Updates the name in the directory of each clinic at which the patient is registered. */
    void rename(PatientId patient) {
        jdbc.sql("""
                update patient_clinic set sort_key = (select p.sort_key from patient p where p.id = patient_clinic.patient_id)
                where patient_id = ?""").param(patient).update();
    }

    /** Registers a new patient, whom no clinic can have registered yet, at their first clinic. */
    void firstKnownAt(PatientId patient, ClinicId clinic) {
        jdbc.sql("""
                    insert into patient_clinic (clinic_id, sort_key, patient_id)
                    select ?, sort_key, id from patient where id = ?""").params(clinic, patient).update();
    }

    /** Registers new patients, whom no clinic can have registered yet, at their first clinic. */
    void firstKnownAt(Collection<PatientId> patients, ClinicId clinic) {
        jdbc.sql("""
                    insert into patient_clinic (clinic_id, sort_key, patient_id)
                    select :clinic, sort_key, id from patient where id in (:patients)""").param("clinic", clinic).param("patients", patients).update();
    }

    void beginSummaries(Collection<PatientId> patients) {
        jdbc.sql("insert into patient_summary (patient_id) select id from patient where id in (:patients)")
                .param("patients", patients)
                .update();
    }

    void beginSummary(PatientId patient) {
        jdbc.sql("insert into patient_summary (patient_id) values (?)")
                .param(patient)
                .update();
    }

    void nextVisitIs(Collection<PatientId> records, @Nullable LocalDate on, @Nullable LocalTime at) {
        jdbc.sql("update patient_summary set next_visit_on = :on, next_visit_at = :at where patient_id in (:patients)")
                .param("on", on)
                .param("at", at)
                .param("patients", records)
                .update();
    }

    /**
     * Locks the header row until the end of the transaction, without changing it; of a merged record, that of the record
     * under which it is read, so that who writes on one waits for who writes on the other. What was known of the records
     * before is read again under the lock.
     */
    void holdHeader(PatientId patient) {
        held.of(patient);
    }

    private boolean lockHeader(PatientId patient) {
        var locked = records.of(patient).getFirst();
        lock(locked);
        // a merge or unmerge that was waited for: from here on, the records are those after it
        for (var now = records.readAgain(patient).getFirst();
                !now.equals(locked);
                now = records.readAgain(patient).getFirst()) {
            locked = now;
            lock(locked);
        }
        return true;
    }

    private void lock(PatientId record) {
        jdbc.sql("update patient_summary set open_flag_level = open_flag_level where patient_id = ?")
                .param(record)
                .update();
    }

    void planIs(Collection<PatientId> records, String title, int planned, int delivered) {
        jdbc.sql("""
                update patient_summary
                set plan_title = :title, planned_visits = :planned, delivered_visits = :delivered
                where patient_id in (:patients)""")
                .param("title", title)
                .param("planned", planned)
                .param("delivered", delivered)
                .param("patients", records)
                .update();
    }

    void noPlanRuns(Collection<PatientId> records) {
        jdbc.sql("""
                update patient_summary set plan_title = null, planned_visits = null, delivered_visits = null
                where patient_id in (:patients)""").param("patients", records).update();
    }

    /** Keeps the most urgent flag of records whose header is locked: a decision counts after a flag that is being raised. */
    Optional<FlagLevel> openFlagIs(Collection<PatientId> records, Supplier<Optional<FlagLevel>> mostUrgent) {
        var level = mostUrgent.get();
        jdbc.sql("update patient_summary set open_flag_level = :level where patient_id in (:patients)")
                .param("level", level.map(FlagLevel::name).orElse(null))
                .param("patients", records)
                .update();
        return level;
    }

    /** Keeps the reaction in the header of records whose header is locked. */
    void openReactionIs(Collection<PatientId> records, Optional<OpenReaction> reaction) {
        jdbc.sql("""
                update patient_summary set open_reaction = :words, open_reaction_since = :since
                where patient_id in (:patients)""")
                .param("words", reaction.map(OpenReaction::words).orElse(null))
                .param("since", reaction.map(OpenReaction::since).orElse(null))
                .param("patients", records)
                .update();
    }

    @Override
    public Map<PatientId, String> of(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, patient_number from patient where id in (:ids)")
                .param("ids", patients)
                .query((row, n) -> Map.entry(PatientRowMapper.id(row), PatientRowMapper.number(row)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void addKey(List<Object> params, @Nullable PatientRow after) {
        var sortKey = after == null ? "" : after.sortKey();
        params.add(sortKey);
        params.add(sortKey);
        params.add(after == null ? FIRST : after.id().value());
    }
}
