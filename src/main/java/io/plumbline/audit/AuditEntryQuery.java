package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the audit trail, newest first. Each filter has an index whose columns lead the sort order. */
@Repository
public class AuditEntryQuery {
    private static final LocalDateTime LATEST = LocalDateTime.of(9999, 12, 31, 0, 0);
    private static final UUID LAST = new UUID(-1L, -1L);
    private static final String NAME =
            "case when e.actor = :system then :systemName else coalesce(a.display_name, :unknown) end as actor_name";

    /** The account, practitioner or clinic that the action concerned; empty if it is the actor's own account. */
    private static final String ABOUT = """
            case when e.subject <> e.actor then coalesce(
              (select s.display_name from staff_account s where s.id = e.subject),
              (select concat(p.given_name, ' ', p.family_name) from practitioner p where p.id = e.subject),
              (select concat(p.given_name, ' ', p.family_name) from practitioner p
                join credential c on c.practitioner_id = p.id where c.id = e.subject),
              (select k.name from clinic k where k.id = e.subject)) end as about""";

    private static final String COLUMNS = """
            e.id, e.at, e.actor as actor_id, e.kind, e.subject, e.patient, null as patient_number, e.detail, a.username,
            """ + ABOUT + ", " + NAME;

    private final JdbcClient jdbc;
    private final AuditKey key;

    AuditEntryQuery(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Returns the kinds and subjects of a person's latest entries, the latest first. */
    List<RecentlyViewed.Viewed> subjectsOf(StaffId actor, int limit) {
        return jdbc.sql("""
                select kind, subject as record_id from audit_event where actor = ?
                order by actor, at desc, id desc limit ?""")
                .params(actor, limit)
                .query(RecentlyViewed.Viewed.class)
                .list();
    }

    /**
     * Returns a page of entries, newest first, without the numbers of patients.
     *
     * @param patient the patient of the filter; null if it has none
     * @param after the last entry of the page before; null for the first page
     */
    public List<AuditRow> page(AuditFilter filter, @Nullable PatientId patient, @Nullable AuditRow after, int limit) {
        var conditions = new ArrayList<String>();
        var order = new ArrayList<String>();
        var params = named();
        if (patient != null) {
            conditions.add("patient = :patient");
            order.add("patient");
            params.put("patient", patient);
        }
        if (filter.person() != null) {
            conditions.add("actor = :actor");
            params.put("actor", filter.person());
        }
        if (filter.kind() != null) {
            conditions.add("kind = :kind");
            params.put("kind", filter.kind());
        }
        if (patient == null) {
            // a patient has few entries, so the other two filters are applied row by row
            conditions.stream().map(condition -> condition.split(" ")[0]).forEach(order::add);
        }
        if (patient == null && filter.kind() == null) {
            // the portal's own codes stand beside what somebody did, and are read by verifying
            conditions.add("kind not like 'content.%'");
        }
        if (filter.from() != null) {
            conditions.add("at >= :from");
            params.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("at < :to");
            params.put("to", filter.to());
        }
        conditions.add("at <= :lastAt and (at < :lastAt or id < :lastId)");
        params.put("lastAt", after == null ? LATEST : after.at());
        params.put("lastId", after == null ? LAST : after.id().value());
        order.add("at desc");
        order.add("id desc");
        params.put("limit", limit);
        return jdbc.sql("select " + COLUMNS + " from (select * from audit_event where "
                        + String.join(" and ", conditions) + " order by " + String.join(", ", order)
                        + " limit :limit) e left join staff_account a on a.id = e.actor order by e.at desc, e.id desc")
                .params(params)
                .query(AuditRow.class)
                .list();
    }

    /** Finds an entry, without the number of its patient. */
    Optional<AuditDetails> find(AuditEntryId id) {
        var rows = Rows.of(AuditRow.class);
        return jdbc.sql("select " + COLUMNS + ", e.actor, e.seq, e.mac"
                        + " from audit_event e left join staff_account a on a.id = e.actor where e.id = :id")
                .params(named())
                .param("id", id)
                .query((row, n) -> new AuditDetails(
                        rows.mapRow(row, n),
                        row.getObject("seq", Long.class),
                        AuditKey.isCode(key.codeOf(TrailRow.in(row).fields()), row.getBytes("mac"))))
                .optional();
    }

    /** Jumps from kind to kind in the index: a distinct list reads all rows on H2. */
    List<String> kinds() {
        return jdbc.sql("""
                with recursive known (kind) as (
                    (select e.kind from audit_event e order by e.kind limit 1)
                    union all
                    select (select e.kind from audit_event e where e.kind > k.kind order by e.kind limit 1)
                    from known k where k.kind is not null)
                select kind from known where kind is not null order by kind""").query(String.class).list();
    }

    long countSince(Instant since) {
        return jdbc.sql("select count(*) from (select 1 from audit_event where at >= ? limit 1000) e")
                .param(since)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> named() {
        var params = new HashMap<String, Object>();
        params.put("system", CurrentUser.SYSTEM.staff());
        params.put("systemName", CurrentUser.SYSTEM.displayName());
        params.put("unknown", AuditPersonQuery.UNKNOWN);
        return params;
    }
}
