package io.plumbline.records;

import io.plumbline.access.SensitivePatients;
import io.plumbline.patients.related.RelatedKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people around a patient. Who is a patient too has a number and no name, and is left out if sensitive and hidden
 * from who reads the record.
 */
final class RelatedSection {
    /** Who is shown depends on who reads, which is known only then. */
    private static final String NOT_HIDDEN = ":notHidden";

    /** From both sides; of two records that are read as one, neither is around the other. */
    private static final String AROUND = """
            (select r.id, %s as relation, r.related_patient_id as other_id, r.name, r.phone, r.added_at
                from patient_related r where r.patient_id in (:patients)
                and (r.related_patient_id is null or r.related_patient_id not in (:patients))
            union all
            select r.id, %s as relation, r.patient_id as other_id, '' as name, null as phone, r.added_at
                from patient_related r where r.related_patient_id in (:patients)
                and r.patient_id not in (:patients)) o""".formatted(words(RelatedKind::label), words(RelatedKind::inverse));

    static final RecordSection SECTION = new RecordSection(
            "relatedPersons",
            "Related person",
            "select o.id from " + AROUND + " where " + NOT_HIDDEN + " order by o.added_at, o.id",
            """
            select o.id, o.relation, case when p.id is not null then concat('P-', p.patient_number) end as patient_number,
                case when o.other_id is null then o.name end as name,
                case when o.other_id is null then o.phone end as phone
            from %s
            left join patient_read_as m on m.patient_id = o.other_id
            left join patient p on p.id = coalesce(m.read_as_id, o.other_id)
            where o.id in (:ids) and %s""".formatted(AROUND, NOT_HIDDEN),
            List.of());

    private RelatedSection() {}

    /** Returns a statement as the current user may read it. */
    static String ofCurrentUser(String sql) {
        return sql.contains(NOT_HIDDEN) ? sql.replace(NOT_HIDDEN, SensitivePatients.visible("o.other_id")) : sql;
    }

    private static String words(Function<RelatedKind, String> side) {
        return Arrays.stream(RelatedKind.values())
                .map(kind -> "when '" + kind.name() + "' then '" + side.apply(kind) + "'")
                .collect(Collectors.joining(" ", "case r.kind ", " end"));
    }
}
