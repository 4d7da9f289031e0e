package io.plumbline.audit;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.signing.OnRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the audit rows of signatures by kind and record, through an index. */
@Component
class SignatureRowQuery implements OnRecord {
    private final JdbcClient jdbc;
    private final AuditKey key;

    SignatureRowQuery(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public boolean holds(Recorded event) {
        return holds(event, null);
    }

    @Override
    public boolean holds(Recorded event, @Nullable Recorded without) {
        var keys = new ArrayList<Object[]>();
        keys.add(key(event.kind(), event.subject()));
        if (without != null) {
            keys.add(key(without.kind(), without.subject()));
        }
        var rows = find(keys);
        return rows.stream().anyMatch(row -> isOf(event, row))
                && (without == null || rows.stream().noneMatch(row -> isOf(without, row)));
    }

    /** Returns rows of a kind for some records, whether or not the portal wrote them. */
    List<ChainedRow> find(String kind, Collection<UUID> subjects) {
        return find(subjects.stream().map(subject -> key(kind, subject)).toList());
    }

    private static Object[] key(String kind, UUID subject) {
        return new Object[] {kind, Ids.bytes(subject)};
    }

    private List<ChainedRow> find(List<Object[]> keys) {
        // H2 uses a list after an equal column only where both are one key
        return jdbc.sql("select " + ChainedRow.COLUMNS + " from audit_event where (kind, subject) in (:keys)")
                .param("keys", keys)
                .query((row, n) -> ChainedRow.in(row))
                .list();
    }

    /**
     * Returns how many signatures the trail has of records that were not deleted lawfully since. Release 0.2.0 wrote no
     * row for each signed record that it disposed of, but one for the patient.
     */
    long count(String kind) {
        return count("""
                        select count(*) from audit_event s where s.kind = ? and not exists (
                            select 1 from audit_event r where r.kind = ? and r.subject = s.subject)""", kind)
                // from the few disposals: a patient's rows are looked through once, not once for each note
                - count("""
                        select count(distinct s.id) from audit_event d join audit_event s on s.patient = d.patient
                        where d.kind = 'disposal.record-disposed' and s.kind = ? and not exists (
                            select 1 from audit_event r where r.kind = ? and r.subject = s.subject)""", kind);
    }

    private long count(String sql, String kind) {
        return jdbc.sql(sql)
                .params(kind, ContentWriter.SignedRemoved.KIND)
                .query(Long.class)
                .single();
    }

    /** Returns whether a row is the one that the portal wrote for this event. */
    boolean isOf(Recorded event, ChainedRow row) {
        var patient = event.patient();
        return row.row().kind().equals(event.kind())
                && row.row().subject().equals(event.subject())
                && Objects.equals(row.row().patient(), patient == null ? null : patient.value())
                && (row.row().detail().equals(event.detail())
                        || row.row().detail().equals(AuditTrailListener.marked(event.detail())))
                && AuditKey.isCode(key.codeOf(row.row().fields()), row.mac());
    }
}
