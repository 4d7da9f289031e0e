package io.plumbline.audit;

import io.plumbline.shared.store.Utc;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the single row with the head of the chain. */
@Component
public class AuditHeadStore {
    private final JdbcClient jdbc;
    private final AuditKey key;

    AuditHeadStore(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** A head, and whether the portal wrote it. */
    public record Kept(AuditHead head, boolean isGenuine) {}

    /** Reads the head; empty if somebody removed it. */
    public Optional<Kept> read() {
        return jdbc.sql("select seq, chain, mac from audit_head where id = 1")
                .query((row, n) -> {
                    var head = AuditHead.of(row.getLong("seq"), row.getBytes("chain"));
                    return new Kept(head, AuditKey.isCode(head.code(key), row.getBytes("mac")));
                })
                .optional();
    }

    /** Returns whether the trail contains this head. */
    public boolean holds(AuditHead head) {
        return head.seq() == 0
                ? head.equals(AuditHead.NONE)
                : jdbc.sql("select seq, chain from audit_event where seq = ?")
                        .param(head.seq())
                        .query((row, n) -> head.isAt(row.getLong("seq"), row.getBytes("chain")))
                        .optional()
                        .orElse(false);
    }

    /** Returns when a trail that differed from the known one was last accepted; empty if it never was. */
    public Optional<Instant> acceptedAt() {
        return jdbc.sql("select max(at) as at from audit_event where kind = ?")
                .param(AuditEvent.Accepted.KIND)
                .query((row, n) ->
                        row.getObject("at") == null ? Optional.<Instant>empty() : Optional.of(Utc.in(row, "at")))
                .single();
    }

    /**
     * Locks the row without changing it until the end of the transaction, so that only one node chains rows at a time, or
     * writes down a head.
     */
    public boolean lock() {
        return jdbc.sql("update audit_head set seq = seq where id = 1").update() == 1;
    }

    void begin() {
        jdbc.sql("insert into audit_head (id, seq, chain, mac) values (1, ?, ?, ?)")
                .params(AuditHead.NONE.seq(), AuditHead.NONE.chainBytes(), AuditHead.NONE.code(key))
                .update();
    }

    void move(AuditHead to) {
        jdbc.sql("update audit_head set seq = ?, chain = ?, mac = ? where id = 1")
                .params(to.seq(), to.chainBytes(), to.code(key))
                .update();
    }
}
