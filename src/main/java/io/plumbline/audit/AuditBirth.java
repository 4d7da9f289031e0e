package io.plumbline.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the trail of a new store its head, with a code under the key, before the first row is written. A store that has
 * rows or people and no head is no new one: its head was removed, or it was never sealed, which only somebody at the
 * machine can say.
 */
@Component
class AuditBirth implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBirth.class);

    private final JdbcClient jdbc;
    private final AuditHeads heads;
    private volatile boolean started;

    AuditBirth(JdbcClient jdbc, AuditHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    @Override
    public void start() {
        started = true;
        if (heads.read().isPresent()) {
            return;
        }
        if (!isNew()) {
            LOG.error(
                    "The audit trail is not sealed: its head is missing, and this store is not new. Run ./portal audit"
                            + " verify, and see \"Is the audit trail whole?\" in docs/operations.md");
            return;
        }
        try {
            heads.begin();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            LOG.debug("Another node gave the trail its head");
        }
    }

    /** Nobody can be signed in where there is no account, so an emptied trail beside people is none of a new store. */
    private boolean isNew() {
        return !jdbc.sql("select exists (select 1 from audit_event) or exists (select 1 from staff_account)")
                .query(Boolean.class)
                .single();
    }

    /** Before the demo clinic is filled, and before the web server answers. */
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public void stop() {
        started = false;
    }
}
