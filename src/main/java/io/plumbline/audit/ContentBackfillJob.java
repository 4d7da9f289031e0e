package io.plumbline.audit;

import io.plumbline.shared.Count;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the hashes of the records that a store had before the portal wrote any, table by table and once: they are covered
 * from then on as they are by then. A record that a table has without a hash afterward is not the portal's.
 */
@Component
class ContentBackfillJob {
    private static final Logger LOG = LoggerFactory.getLogger(ContentBackfillJob.class);
    private static final int PAGE = 200;

    private final ContentReader reader;
    private final ContentWriter writer;
    private final SignatureRowQuery rows;
    private final BackfilledTableStore backfilled;
    private final TransactionOperations transactions;

    ContentBackfillJob(
            ContentReader reader,
            ContentWriter writer,
            SignatureRowQuery rows,
            BackfilledTableStore backfilled,
            TransactionOperations transactions) {
        this.reader = reader;
        this.writer = writer;
        this.rows = rows;
        this.backfilled = backfilled;
        this.transactions = transactions;
    }

    @Scheduled(initialDelayString = "${plumbline.audit.note-every}", fixedDelayString = "PT1H")
    @SchedulerLock(name = "content-sealing", lockAtMostFor = "PT1H")
    void backfill() {
        CoveredTables.ALL.stream().filter(table -> !backfilled.contains(table)).forEach(this::backfill);
    }

    private void backfill(CoveredTable table) {
        var count = 0L;
        for (var ids = reader.idsAfter(table, null, PAGE);
                !ids.isEmpty();
                ids = reader.idsAfter(table, ids.getLast(), PAGE)) {
            var page = ids;
            count += Objects.requireNonNull(transactions.execute(transaction -> backfill(table, page)));
        }
        var all = count;
        transactions.executeWithoutResult(transaction -> backfilled.add(table, all));
        LOG.info(
                "The audit trail has the hashes of {} of the table {}",
                Count.of(all, "record", "records"),
                table.table());
    }

    private int backfill(CoveredTable table, List<UUID> ids) {
        var without = new HashSet<>(ids);
        rows.find(table.kind(), ids).forEach(row -> without.remove(row.row().subject()));
        writer.write(table, without);
        return without.size();
    }
}
