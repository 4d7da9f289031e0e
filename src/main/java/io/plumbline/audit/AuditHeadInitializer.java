package io.plumbline.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Creates the head of a new database, with a code under the key, before the first row is written. A database that has
 * rows or accounts but no head is not new: its head was removed, or it was never chained. Only an operator can decide
 * which.
 */
@Component
class AuditHeadInitializer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditHeadInitializer.class);

    private final JdbcClient jdbc;
    private final AuditHeadStore heads;
    private volatile boolean started;

    AuditHeadInitializer(JdbcClient jdbc, AuditHeadStore heads) {
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

    /**
     * Without accounts nobody can be signed in, so an empty trail next to accounts does not belong to a new database.
     */
    private boolean isNew() {
        return !jdbc.sql("select exists (select 1 from audit_event) or exists (select 1 from staff_account)")
                .query(Boolean.class)
                .single();
    }

    /** Starts before the demo clinic is filled and before the web server. */
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
