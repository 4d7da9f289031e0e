package io.plumbline.audit;

import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.store.StoreAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the rows and links each one to the previous row. A batch is one transaction under the lock of the head, so
 * only one node chains rows at a time and a crash leaves either a whole batch or nothing. Writers of rows never wait.
 * There is no separate lease: the database releases the lock at once if a node is killed, so rows are still chained
 * within five seconds.
 */
@Component
class AuditChainJob {
    private static final Logger LOG = LoggerFactory.getLogger(AuditChainJob.class);
    private static final int BATCH = 1_000;
    private static final Duration SAID_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final AuditHeadStore heads;
    private final AuditKey key;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicReference<@Nullable Said> said = new AtomicReference<>();

    AuditChainJob(
            JdbcClient jdbc,
            JdbcOperations batches,
            AuditHeadStore heads,
            AuditKey key,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.heads = heads;
        this.key = key;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The last logged message and its time. */
    private record Said(String why, Instant at) {}

    @Scheduled(
            initialDelayString = "${plumbline.audit.chain-every}",
            fixedDelayString = "${plumbline.audit.chain-every}")
    void chainPending() {
        try {
            var sealed = BATCH;
            while (sealed == BATCH) {
                sealed = chainBatch();
            }
            said.set(null);
        } catch (DataAccessException | TransactionException nextRound) {
            if (StoreAway.isCauseOf(nextRound)) {
                LOG.debug("The audit trail is not sealed while the database is away", nextRound);
            } else {
                LOG.warn("The audit trail is not sealed this time: {}", String.valueOf(nextRound.getMessage()));
            }
        } catch (IllegalStateException tampered) {
            tell(String.valueOf(tampered.getMessage()));
        }
    }

    /** Logs a new problem immediately and then once an hour, since no one fixes it before the next round. */
    private void tell(String why) {
        var now = clock.instant();
        var before = said.getAndUpdate(last -> isNews(why, now, last) ? new Said(why, now) : last);
        if (isNews(why, now, before)) {
            LOG.error("The audit trail is not sealed any further: {}", why);
        }
    }

    private static boolean isNews(String why, Instant now, @Nullable Said last) {
        return last == null || !last.why.equals(why) || !now.isBefore(last.at.plus(SAID_EVERY));
    }

    /** Chains the next batch of rows; returns how many. */
    int chainBatch() {
        if (!isAnyWaiting()) {
            return 0;
        }
        return Objects.requireNonNull(transactions.execute(transaction -> chainUnderLock()));
    }

    private int chainUnderLock() {
        if (!heads.lock()) {
            throw new IllegalStateException("its head is missing; run ./portal audit verify");
        }
        var kept = heads.read().orElseThrow();
        if (!kept.isGenuine()) {
            throw new IllegalStateException("its head was altered; run ./portal audit verify");
        }
        var head = kept.head();
        var seals = new ArrayList<Object[]>();
        for (var row : waiting()) {
            head = head.then(row.mac(), key);
            seals.add(new Object[] {
                head.seq(), head.chainBytes(), Ids.bytes(row.row().id())
            });
        }
        var changed = batches.batchUpdate("update audit_event set seq = ?, chain = ? where id = ?", seals);
        if (Arrays.stream(changed).anyMatch(rows -> rows == 0)) {
            throw new IllegalStateException("a row disappeared while it was chained");
        }
        heads.move(head);
        return seals.size();
    }

    /**
     * Reads the rows through their index, which has them in the order of their ids. An explicit order would need both
     * columns on H2 and only the second one on MySQL; otherwise either database sorts all waiting rows for every batch.
     */
    private Iterable<ChainedRow> waiting() {
        return jdbc.sql("select " + ChainedRow.COLUMNS
                        + " from audit_event use index (audit_event_to_seal) where seq is null limit " + BATCH)
                .query((row, n) -> ChainedRow.in(row))
                .list();
    }

    private boolean isAnyWaiting() {
        return jdbc.sql("select 1 from audit_event where seq is null limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
