package io.plumbline.practitioners.directory;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PersonName;
import io.plumbline.practitioners.credentials.CredentialConditions;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.practitioners.credentials.CredentialTerms;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.store.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the directory. */
@Component
class PractitionerDirectoryQuery {
    private static final UUID FIRST = new UUID(0, 0);

    /** The most urgent status comes first; {@link CredentialTerms} defines the statuses. */
    private static final List<CredentialState> BY_URGENCY = List.of(
            CredentialState.EXPIRED,
            CredentialState.REVOKED,
            CredentialState.UNVERIFIED,
            CredentialState.EXPIRING,
            CredentialState.VALID,
            CredentialState.NOT_BEGUN);

    private static final String URGENCY = """
            case when c.revoked_on <= :today then 1
                when c.valid_until < :today then 0
                when c.verified_at is null then 2
                when c.valid_from > :today then 5
                when c.valid_until <= :soon and not %s then 3
                else 4 end""".formatted(CredentialConditions.RENEWED);

    private static final int MOST_KINDS = 10;

    /** Of equally urgent credentials, the kind declared first. */
    private static final String KIND = Arrays.stream(CredentialKind.values())
            .map(kind -> " when '" + kind.name() + "' then " + kind.ordinal())
            .collect(Collectors.joining("", "case c.kind", " end"));

    private final JdbcClient jdbc;

    PractitionerDirectoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a page by name, without the clinics. */
    List<PractitionerRow> page(PractitionerFilter filter, LocalDate today, @Nullable PractitionerRow after, int limit) {
        var values = new HashMap<String, Object>();
        values.put("active", !filter.left());
        values.put("after", after == null ? "" : after.sortKey());
        values.put("afterId", after == null ? FIRST : after.id().value());
        values.put("limit", limit);
        values.put("today", today);
        values.put("soon", today.plusDays(CredentialTerms.EARLIEST_WARNING_DAYS));
        return jdbc.sql("""
                select p.*, (select min(%s * %s + %s) from credential c
                    where c.practitioner_id = p.id and not %s) as urgency
                from practitioner p
                where p.active = :active and p.sort_key >= :after and (p.sort_key > :after or p.id > :afterId) %s
                order by p.sort_key, p.id limit :limit""".formatted(
                                URGENCY, MOST_KINDS, KIND, CredentialConditions.REPLACED, narrowed(filter, values)))
                .params(values)
                .query(PractitionerDirectoryQuery::row)
                .list();
    }

    /** Filters by scanning the rows: a group has hundreds of practitioners, not a million. */
    private static String narrowed(PractitionerFilter filter, Map<String, Object> values) {
        var conditions = new StringBuilder();
        for (var word : SortKey.of(filter.name(), "").split("\\s+")) {
            if (!word.isEmpty()) {
                var name = "word" + values.size();
                conditions.append(" and concat(' ', p.sort_key) like :").append(name);
                values.put(name, "% " + literally(word) + "%");
            }
        }
        if (filter.discipline() != null) {
            conditions.append(" and concat(',', p.disciplines, ',') like :discipline");
            values.put("discipline", "%," + literally(filter.discipline().name()) + ",%");
        }
        if (filter.modality() != null) {
            conditions.append(" and concat(',', p.modalities, ',') like :modality");
            values.put("modality", "%," + literally(filter.modality()) + ",%");
        }
        if (filter.clinic() != null) {
            conditions.append(" ").append("""
                     and exists (select 1 from practitioner_hours h
                        where h.practitioner_id = p.id and h.clinic_id = :clinic)""");
            values.put("clinic", filter.clinic());
        }
        if (filter.credential() == CredentialState.NONE) {
            conditions.append(" and not exists (select 1 from credential c where c.practitioner_id = p.id)");
        } else if (filter.credential() != null) {
            conditions.append(" ").append("""
                     and exists (select 1 from credential c
                        where c.practitioner_id = p.id and %s = :urgency and not %s)""".formatted(URGENCY, CredentialConditions.REPLACED));
            values.put("urgency", BY_URGENCY.indexOf(filter.credential()));
        }
        return conditions.toString();
    }

    private static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static PractitionerRow row(ResultSet row, int n) throws SQLException {
        var urgency = row.getObject("urgency", Integer.class);
        return new PractitionerRow(
                new StaffId(Ids.uuid(row.getBytes("id"))),
                PersonName.of(row.getString("title"), row.getString("given_name"), row.getString("family_name")),
                row.getString("sort_key"),
                Rows.constants(Discipline.class, row.getString("disciplines")),
                row.getString("languages"),
                row.getBoolean("active"),
                Set.of(),
                urgency == null ? CredentialState.NONE : BY_URGENCY.get(urgency / MOST_KINDS),
                urgency == null ? null : CredentialKind.values()[urgency % MOST_KINDS]);
    }

    /** Returns the clinics at which some practitioners work. */
    Map<StaffId, Set<ClinicId>> workplaces(Collection<StaffId> practitioners) {
        return practitioners.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select distinct practitioner_id, clinic_id from practitioner_hours
                        where practitioner_id in (:practitioners)""")
                        .param("practitioners", practitioners)
                        .query((row, n) -> Map.entry(
                                new StaffId(Ids.uuid(row.getBytes("practitioner_id"))),
                                new ClinicId(Ids.uuid(row.getBytes("clinic_id")))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet())));
    }
}
