package io.plumbline.patients.duplicates;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.search.DuplicateReason;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.KeysetUnion;
import io.plumbline.shared.store.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pairs of patients whom the current user finds both: walks the index of each clinic and merges the results. */
@Repository
class PatientDuplicateQuery {
    private static final Instant NEVER_YET = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private static final String ROW = """
            select d.id, d.first_id, d.second_id, d.reasons, coalesce(d.dismissed_at, d.found_at) as since,
                case when d.dismissed_at is null then null else coalesce(s.display_name, 'Plumbline') end as dismisser
            from %s page join patient_duplicate d on d.id = page.duplicate_id
            left join staff_account s on s.id = d.dismissed_by""";

    private final JdbcClient jdbc;

    PatientDuplicateQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored pair. */
    record Row(
            PatientDuplicateId id,
            PatientPair pair,
            Set<DuplicateReason> reasons,
            Instant since,
            @Nullable String dismissedBy) {}

    /** Returns a page, newest first. */
    List<Row> page(
            Collection<ClinicId> clinics, PatientDuplicateFilter filter, @Nullable PatientDuplicate after, int limit) {
        if (clinics.isEmpty()) {
            return List.of();
        }
        var since = after == null ? NEVER_YET : after.since();
        var id = after == null ? LAST : after.id().value();
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(
                    List.of(clinic, filter == PatientDuplicateFilter.DISMISSED, since, since, id));
            var bothFound = bothFound(clinics, values);
            union.add(
                    "select c.duplicate_id, c.since from patient_duplicate_clinic c where c.clinic_id = ?"
                            + " and c.dismissed = ? and c.since <= ? and (c.since < ? or c.duplicate_id < ?) and "
                            + bothFound,
                    values,
                    "c.clinic_id desc, c.dismissed desc, c.since desc, c.duplicate_id desc",
                    limit);
        }
        var page = union.page("distinct duplicate_id, since", "since desc, duplicate_id desc", limit);
        return jdbc.sql(ROW.formatted("(" + page.sql() + ")") + " order by page.since desc, page.duplicate_id desc")
                .params(page.params())
                .query(PatientDuplicateQuery::row)
                .list();
    }

    /** Returns how many open pairs there are, up to a limit. */
    long countOpen(Collection<ClinicId> clinics, int most) {
        if (clinics.isEmpty()) {
            return 0;
        }
        var union = new KeysetUnion();
        for (var clinic : clinics) {
            var values = new ArrayList<Object>(List.of(clinic));
            var bothFound = bothFound(clinics, values);
            union.add(
                    "select c.duplicate_id from patient_duplicate_clinic c where c.clinic_id = ? and c.dismissed = false"
                            + " and " + bothFound,
                    values,
                    most);
        }
        var all = union.all();
        return Math.min(
                most,
                jdbc.sql("select count(distinct duplicate_id) from " + all.sql() + " every_clinic")
                        .params(all.params())
                        .query(Long.class)
                        .single());
    }

    /** Finds a pair whose patients are both found at some clinics. */
    Optional<Row> find(PatientDuplicateId id, Collection<ClinicId> clinics) {
        if (clinics.isEmpty()) {
            return Optional.empty();
        }
        var values = new ArrayList<Object>(List.of(id));
        var bothFound = bothFound(clinics, values);
        return jdbc.sql(ROW.formatted(
                        "(select c.duplicate_id from patient_duplicate_clinic c where c.duplicate_id = ? and "
                                + bothFound + " limit 1)"))
                .params(values)
                .query(PatientDuplicateQuery::row)
                .optional();
    }

    /** The two are registered at some of the clinics, and the current user finds them also if they are sensitive. */
    private static String bothFound(Collection<ClinicId> clinics, List<Object> values) {
        var registered = "exists (select 1 from patient_clinic k where k.patient_id = %s and k.clinic_id in ("
                + String.join(",", Collections.nCopies(clinics.size(), "?")) + "))";
        for (int side = 0; side < 2; side++) {
            values.addAll(clinics);
        }
        return "exists (select 1 from patient_duplicate v where v.id = c.duplicate_id and "
                + registered.formatted("v.first_id") + " and " + registered.formatted("v.second_id") + " and "
                + SensitivePatients.visible("v.first_id") + " and " + SensitivePatients.visible("v.second_id") + ")";
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                new PatientDuplicateId(Ids.uuid(row.getBytes("id"))),
                new PatientPair(
                        new PatientId(Ids.uuid(row.getBytes("first_id"))),
                        new PatientId(Ids.uuid(row.getBytes("second_id")))),
                PatientDuplicateStore.reasons(row.getString("reasons")),
                Utc.in(row, "since"),
                row.getString("dismisser"));
    }

    /** Returns the first open pairs of which one is sensitive, by number, whichever the clinics. */
    List<SensitiveDuplicate> findSensitive(int limit) {
        return jdbc.sql("""
                select d.id, d.reasons, a.patient_number as first_number, b.patient_number as second_number
                from (select d.id from sensitive_patient m join patient_duplicate d on d.first_id = m.patient_id
                      where d.dismissed_at is null
                    union select d.id from sensitive_patient m join patient_duplicate d on d.second_id = m.patient_id
                      where d.dismissed_at is null) found
                join patient_duplicate d on d.id = found.id
                join patient a on a.id = d.first_id join patient b on b.id = d.second_id
                order by d.found_at desc, d.id desc limit ?""")
                .param(limit)
                .query((row, n) -> new SensitiveDuplicate(
                        new PatientDuplicateId(Ids.uuid(row.getBytes("id"))),
                        "P-" + row.getLong("first_number"),
                        "P-" + row.getLong("second_number"),
                        DuplicateReason.words(PatientDuplicateStore.reasons(row.getString("reasons")))))
                .list();
    }
}
