package io.plumbline.audit;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentTrail;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the hashes of records into the audit trail, in the transaction that writes the records. */
@Component
class ContentWriter implements ContentTrail {
    private final JdbcClient jdbc;
    private final ContentReader reader;
    private final AuditTrailListener trail;

    ContentWriter(JdbcClient jdbc, ContentReader reader, AuditTrailListener trail) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.trail = trail;
    }

    /**
     * An audit event: a signed record was deleted lawfully.
     *
     * @param table its table
     * @param hash what was signed
     */
    record SignedRemoved(UUID subject, String table, String hash) implements Recorded {
        static final String KIND = "content.signed-removed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String detail() {
            return table + ", " + hash;
        }

        @Override
        public StaffId actor() {
            return CurrentUser.SYSTEM.staff();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(String table, Collection<UUID> keys) {
        write(covered(table), keys);
    }

    /** Writes the hashes of those of some records that exist, as they are by now. */
    void write(CoveredTable table, Collection<UUID> keys) {
        reader.read(table, keys).values().forEach(trail::append);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void removing(String table, Collection<UUID> keys) {
        var key = CoveredTables.SIGNED.get(table);
        if (key != null) {
            keys.forEach(id -> removingSigned(table, key, id));
            return;
        }
        reader.read(covered(table), keys).values().stream()
                .map(was -> new RecordHash(was.kind(), was.subject(), was.form(), was.version(), was.hash(), true))
                .forEach(trail::append);
    }

    private void removingSigned(String table, String key, UUID id) {
        jdbc.sql("select content_hash from " + table + " where " + key + " = ? and content_hash is not null")
                .param(Ids.bytes(id))
                .query(String.class)
                .optional()
                .ifPresent(hash -> trail.append(new SignedRemoved(id, table, hash)));
    }

    @Override
    public @Nullable String keyOf(String table) {
        var covered = CoveredTables.find(table);
        return covered.isPresent() ? covered.get().key() : CoveredTables.SIGNED.get(table);
    }

    private static CoveredTable covered(String table) {
        return CoveredTables.find(table)
                .orElseThrow(() -> new IllegalArgumentException("No record hash covers " + table));
    }
}
