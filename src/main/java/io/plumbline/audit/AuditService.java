package io.plumbline.audit;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PatientNumbers;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail, to be read by the auditor. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.AUDIT_READ)
public class AuditService {
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final JdbcClient jdbc;
    private final PatientNumbers numbers;

    AuditService(JdbcClient jdbc, PatientNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    private record Entry(
            UUID id,
            Instant at,
            String actor,
            String kind,
            @Nullable PatientId patient,
            String detail) {}

    /**
     * A page of the trail, newest first.
     *
     * @param after the last entry of the page before, or null for the first page
     */
    public List<AuditRow> list(@Nullable AuditRow after, int limit) {
        var page = jdbc.sql("""
                select e.id, e.at, case when e.actor = ? then ? else coalesce(a.display_name, 'Unknown account') end as actor, e.kind, e.patient, e.detail
                from (select * from audit_event where id < ? order by id desc limit ?) e
                left join staff_account a on a.id = e.actor
                order by e.id desc""")
                .params(
                        Ids.bytes(Caller.SYSTEM.staff().value()),
                        Caller.SYSTEM.displayName(),
                        Ids.bytes(after == null ? AFTER_ALL : after.id()),
                        limit)
                .query((row, n) -> new Entry(
                        Ids.uuid(row.getBytes("id")),
                        Utc.in(row, "at"),
                        row.getString("actor"),
                        row.getString("kind"),
                        patient(row.getBytes("patient")),
                        row.getString("detail")))
                .list();
        var numberOf = numbers.of(page.stream()
                .map(Entry::patient)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return page.stream()
                .map(e -> new AuditRow(
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.kind(),
                        e.patient() == null ? null : numberOf.get(e.patient()),
                        e.detail()))
                .toList();
    }

    /** How many entries were added since then, up to a thousand. */
    public long countSince(Instant since) {
        return jdbc.sql("select count(*) from (select 1 from audit_event where at >= ? limit 1000) e")
                .param(Utc.of(since))
                .query(Long.class)
                .single();
    }

    private static @Nullable PatientId patient(byte @Nullable [] id) {
        return id == null ? null : new PatientId(Ids.uuid(id));
    }
}
