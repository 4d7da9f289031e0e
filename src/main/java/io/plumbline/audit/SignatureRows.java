package io.plumbline.audit;

import io.plumbline.shared.Ids;
import io.plumbline.shared.OnRecord;
import io.plumbline.shared.Recorded;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the rows of signatures, each by its kind and record; their index leads there. */
@Component
class SignatureRows implements OnRecord {
    private final JdbcClient jdbc;
    private final AuditKey key;

    SignatureRows(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public boolean holds(Recorded event) {
        return of(event.kind(), List.of(event.subject())).stream().anyMatch(row -> isOf(event, row));
    }

    /** Rows of a kind about some records, whether the portal wrote them or not. */
    List<SealedRow> of(String kind, Collection<UUID> subjects) {
        return jdbc.sql("select " + SealedRow.COLUMNS
                        + " from audit_event where kind = :kind and subject in (:subjects)")
                .param("kind", kind)
                .param("subjects", subjects.stream().map(Ids::bytes).toList())
                .query((row, n) -> SealedRow.in(row))
                .list();
    }

    long count(String kind) {
        return jdbc.sql("select count(*) from audit_event where kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** Whether a row is the one that the portal wrote of this event. */
    boolean isOf(Recorded event, SealedRow row) {
        var patient = event.patient();
        return row.row().kind().equals(event.kind())
                && row.row().subject().equals(event.subject())
                && Objects.equals(row.row().patient(), patient == null ? null : patient.value())
                && (row.row().detail().equals(event.detail())
                        || row.row().detail().equals(AuditTrail.marked(event.detail())))
                && AuditKey.isCode(key.codeOf(row.row().fields()), row.mac());
    }
}
