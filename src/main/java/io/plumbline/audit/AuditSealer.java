package io.plumbline.audit;

import io.plumbline.shared.Ids;
import io.plumbline.shared.StoreAway;
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
 * Gives each row its number and its link to the row before. A batch is one transaction under the lock of the head, so
 * that of several nodes one seals, and a crash leaves either all of a batch or nothing. Who writes rows never waits. It has
 * no lease beside that lock, which the store gives free at once where a node was killed: rows are sealed within five seconds.
 */
@Component
class AuditSealer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int BATCH = 1_000;
    private static final Duration SAID_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final AuditHeads heads;
    private final AuditKey key;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicReference<@Nullable Said> said = new AtomicReference<>();

    AuditSealer(
            JdbcClient jdbc,
            JdbcOperations batches,
            AuditHeads heads,
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

    /** What the log was told last, and when. */
    private record Said(String why, Instant at) {}

    @Scheduled(initialDelayString = "${plumbline.audit.seal-every}", fixedDelayString = "${plumbline.audit.seal-every}")
    void sealWhatWaits() {
        try {
            var sealed = BATCH;
            while (sealed == BATCH) {
                sealed = sealBatch();
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

    /** At once, and then each hour: nobody mends it within the next round. */
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

    /** Seals the next rows, as many as one batch has; how many they were. */
    int sealBatch() {
        if (!isAnyWaiting()) {
            return 0;
        }
        return Objects.requireNonNull(transactions.execute(transaction -> sealUnderLock()));
    }

    private int sealUnderLock() {
        if (!heads.hold()) {
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
            throw new IllegalStateException("a row went away while it was sealed");
        }
        heads.move(head);
        return seals.size();
    }

    /**
     * By their index, which has them in the order of their ids. Asked for that order, H2 wants both columns named and
     * MySQL the second alone, and each else sorts all that waits for every batch.
     */
    private Iterable<SealedRow> waiting() {
        return jdbc.sql("select " + SealedRow.COLUMNS
                        + " from audit_event use index (audit_event_to_seal) where seq is null limit " + BATCH)
                .query((row, n) -> SealedRow.in(row))
                .list();
    }

    private boolean isAnyWaiting() {
        return jdbc.sql("select 1 from audit_event where seq is null limit 1")
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
