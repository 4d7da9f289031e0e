package io.plumbline.patients.search;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientRowMapper;
import io.plumbline.patients.PatientTokens;
import io.plumbline.patients.search.PatientQuery.Stretch;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.KeysetUnion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds patients by their tokens, and stores the tokens. One range of the index is scanned in order, only as far as the
 * page needs; the other search terms are looked up for each patient in it.
 */
@Repository
class PatientTokenStore {
    /** A patient may appear twice in one range, by two words that begin alike. */
    private static final int ROOM_FOR_DUPLICATES = 2;

    private static final int ROWS_AT_ONCE = 500;

    private final JdbcClient jdbc;

    PatientTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the first matching patients of some clinics, by name. */
    List<PatientRow> findByClinics(Set<ClinicId> clinics, PatientQuery query, int limit) {
        if (clinics.isEmpty() || query.isEmpty()) {
            return List.of();
        }
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(clinic));
            var which = on(query.stretches(), values);
            union.add(
                    "select t.token, t.sort_key, t.patient_id from patient_token t where t.clinic_id = ?" + which
                            + " and " + SensitivePatients.visible("t.patient_id"),
                    values,
                    "t.clinic_id, t.token, t.sort_key, t.patient_id",
                    limit * ROOM_FOR_DUPLICATES);
        }
        var found = union.all();
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from (select patient_id, min(token) as first_token,"
                        + " min(sort_key) as by_name from " + found.sql()
                        + " found group by patient_id order by first_token, by_name, patient_id limit ?) page"
                        + " join patient p on p.id = page.patient_id"
                        + " left join patient_summary s on s.patient_id = p.id order by p.sort_key, p.id")
                .params(found.params())
                .param(limit)
                .query(PatientRowMapper::row)
                .list();
    }

    /** Returns the first matches among these patients, by name. */
    List<PatientRow> among(Set<PatientId> patients, PatientQuery query, int limit) {
        if (patients.isEmpty() || query.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        patients.forEach(patient -> params.add(patient));
        // one patient at a time: given a list and a range together, H2 would scan the range of all patients
        var page = "select * from patient p where p.id in ("
                + String.join(",", Collections.nCopies(patients.size(), "?")) + ")"
                + query.stretches().stream()
                        .map(stretch -> lyingOn("p.id", stretch, params))
                        .collect(Collectors.joining())
                + " order by p.sort_key, p.id limit ?";
        params.add(limit);
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + " from (" + page + ") p"
                        + " left join patient_summary s on s.patient_id = p.id order by p.sort_key, p.id")
                .params(params)
                .query(PatientRowMapper::row)
                .list();
    }

    /**
     * Returns the patients of some clinics who have one of these tokens, each with those of the clinics at which the
     * patient is registered.
     */
    List<PatientCandidate> having(Set<ClinicId> clinics, Set<String> tokens, int mostOfEach) {
        if (clinics.isEmpty() || tokens.isEmpty()) {
            return List.of();
        }
        var params = new ArrayList<Object>();
        var branches = new ArrayList<String>();
        var visible = SensitivePatients.visible("patient_token.patient_id");
        for (var clinic : clinics) {
            for (var token : tokens) {
                branches.add("(select clinic_id, patient_id from patient_token where clinic_id = ? and token = ? and "
                        + visible
                        + " order by clinic_id, token, sort_key, patient_id limit ?)");
                params.addAll(List.of(clinic, token, mostOfEach));
            }
        }
        var found = new LinkedHashMap<PatientId, PatientCandidate>();
        jdbc.sql("select " + PatientRowMapper.COLUMNS + ", p.email, p.other_phones, known.clinic_id from ("
                        + String.join(" union ", branches) + ") known join patient p on p.id = known.patient_id"
                        + " left join patient_summary s on s.patient_id = p.id")
                .params(params)
                .query((row, n) -> found.merge(PatientRowMapper.id(row), candidate(row, n), PatientTokenStore::atBoth))
                .list();
        return List.copyOf(found.values());
    }

    /**
     * Returns a patient with all clinics at which the patient is registered; empty if the patient does not exist or is
     * registered at none.
     */
    Optional<PatientCandidate> candidate(PatientId patient) {
        return jdbc
                .sql("select " + PatientRowMapper.COLUMNS + ", p.email, p.other_phones, c.clinic_id from patient p"
                        + " join patient_clinic c on c.patient_id = p.id"
                        + " left join patient_summary s on s.patient_id = p.id where p.id = ?")
                .param(patient)
                .query(PatientTokenStore::candidate)
                .list()
                .stream()
                .reduce(PatientTokenStore::atBoth);
    }

    /** Returns those of the given patients who are registered at one of these clinics. */
    List<PatientRow> findByClinics(Set<ClinicId> clinics, Collection<PatientId> patients) {
        if (clinics.isEmpty() || patients.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + PatientRowMapper.COLUMNS + """
                         from patient p left join patient_summary s on s.patient_id = p.id
                        where p.id in (:patients) and exists (
                            select 1 from patient_clinic c where c.patient_id = p.id and c.clinic_id in (:clinics)) and
            """ + SensitivePatients.visible("p.id"))
                .param("patients", patients)
                .param("clinics", clinics)
                .query(PatientRowMapper::row)
                .list();
    }

    private static PatientCandidate candidate(ResultSet row, int n) throws SQLException {
        var email = row.getString("email");
        var patient = PatientRowMapper.row(row, n);
        return new PatientCandidate(
                patient,
                PatientRowMapper.phones(row),
                email == null ? null : new EmailAddress(email),
                Set.of(new ClinicId(Ids.uuid(row.getBytes("clinic_id")))));
    }

    private static PatientCandidate atBoth(PatientCandidate one, PatientCandidate other) {
        return new PatientCandidate(
                one.patient(),
                one.phones(),
                one.email(),
                Stream.concat(one.clinics().stream(), other.clinics().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String on(List<Stretch> stretches, List<Object> params) {
        return stretch("t", stretches.getFirst(), params)
                + stretches.stream()
                        .skip(1)
                        .map(other -> lyingOn("t.patient_id", other, params))
                        .collect(Collectors.joining());
    }

    private static String lyingOn(String patient, Stretch stretch, List<Object> params) {
        return " and exists (select 1 from patient_token o where o.patient_id = " + patient
                + stretch("o", stretch, params) + ")";
    }

    private static String stretch(String table, Stretch stretch, List<Object> params) {
        params.add(stretch.from());
        params.add(stretch.to());
        var within = " and " + table + ".token >= ? and " + table + ".token < ?";
        if (stretch.part() == null) {
            return within;
        }
        params.add(" " + stretch.part());
        params.add(stretch.partsFrom());
        // no LIKE, since H2 would not use the range then
        return within + " and locate(?, " + table + ".token, ?) > 0";
    }

    /**
     * Replaces a patient's tokens with those of the current data of all the patient's records, for each clinic at which
     * the patient is registered.
     */
    void keep(PatientId patient, Map<PatientId, PatientDraft> records) {
        var known = jdbc.sql("""
                select p.patient_number, p.sort_key, c.clinic_id from patient p join patient_clinic c on c.patient_id = p.id
                where p.id = ?""")
                .param(patient)
                .query((row, n) -> new Known(row.getLong(1), row.getString(2), new ClinicId(Ids.uuid(row.getBytes(3)))))
                .list();
        jdbc.sql("delete from patient_token where patient_id = ?")
                .param(patient)
                .update();
        if (records.isEmpty()) {
            return;
        }
        var numbers = records.size() > 1 ? numbersOf(records.keySet()) : Map.<PatientId, Long>of();
        for (var at : known) {
            var tokens = new LinkedHashSet<String>();
            records.forEach((record, draft) ->
                    tokens.addAll(PatientTokens.of(draft, numbers.getOrDefault(record, at.number()))));
            add(at, patient, tokens);
        }
    }

    private Map<PatientId, Long> numbersOf(Set<PatientId> some) {
        return jdbc
                .sql("select id, patient_number from patient where id in (:patients)")
                .param("patients", some)
                .query((row, n) -> Map.entry(new PatientId(Ids.uuid(row.getBytes(1))), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Known(long number, String sortKey, ClinicId clinic) {}

    private void add(Known at, PatientId patient, Collection<String> tokens) {
        var params = new ArrayList<Object>();
        for (var token : tokens) {
            params.addAll(List.of(at.clinic(), token, at.sortKey(), patient));
        }
        jdbc.sql("insert into patient_token (clinic_id, token, sort_key, patient_id) values "
                        + String.join(",", Collections.nCopies(tokens.size(), "(?, ?, ?, ?)")))
                .params(params)
                .update();
    }

    /** Stores the tokens of patients who were just added at a clinic. */
    void keepNew(Map<PatientId, PatientDraft> patients, ClinicId clinic) {
        var known = jdbc.sql("select id, patient_number, sort_key from patient where id in (:patients)")
                .param("patients", patients.keySet())
                .query((row, n) -> Map.entry(
                        new PatientId(Ids.uuid(row.getBytes(1))), new Known(row.getLong(2), row.getString(3), clinic)))
                .list();
        var rows = new ArrayList<Object[]>();
        for (var one : known) {
            for (var token : PatientTokens.of(
                    Objects.requireNonNull(patients.get(one.getKey())),
                    one.getValue().number())) {
                rows.add(new Object[] {clinic, token, one.getValue().sortKey(), one.getKey()});
            }
        }
        // in the order of the key, so that rows that lie together are written together
        rows.sort(Comparator.comparing(row -> (String) row[1]));
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            var some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
            jdbc.sql("insert into patient_token (clinic_id, token, sort_key, patient_id) values "
                            + String.join(",", Collections.nCopies(some.size(), "(?, ?, ?, ?)")))
                    .params(some.stream().flatMap(Stream::of).toList())
                    .update();
        }
    }

    /** Copies a patient's tokens to one more clinic, at which the current user has just registered the patient. */
    void foundAt(PatientId patient, ClinicId clinic) {
        jdbc.sql("""
                insert into patient_token (clinic_id, token, sort_key, patient_id)
                select distinct ?, t.token, t.sort_key, t.patient_id from patient_token t where t.patient_id = ?""").params(clinic, patient).update();
    }
}
