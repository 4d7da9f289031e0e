package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.audit.KeptHeads.KeptHead;
import io.plumbline.shared.ids.Ids;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Verifies the hash chain page by page and reports the first row that was changed, added or removed. */
@Component
class AuditChainVerifier {
    private static final int PAGE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AuditHeadStore heads;
    private final AuditKey key;

    AuditChainVerifier(JdbcClient jdbc, AuditHeadStore heads, AuditKey key) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.key = key;
    }

    /**
     * Verifies all rows, from the first to the last.
     *
     * @param noted earlier heads that the trail must still contain
     * @param progress called after each page with the number of rows checked
     * @param stop checked before each page
     */
    AuditVerdict walk(Collection<AuditHead> noted, LongConsumer progress, BooleanSupplier stop) {
        return walk(noted, List.of(), progress, stop);
    }

    /**
     * Verifies all rows, from the first to the last.
     *
     * @param checkpoints further heads that the trail must still contain, each with the name of its place
     */
    AuditVerdict walk(
            Collection<AuditHead> noted,
            Collection<KeptHead> checkpoints,
            LongConsumer progress,
            BooleanSupplier stop) {
        // read before the rows: rows that are chained in the meantime come after this head
        var kept = heads.read();
        var known = new KnownHeads();
        noted.forEach(known::add);
        kept.map(AuditHeadStore.Kept::head).ifPresent(known::add);
        checkpoints.forEach(known::add);
        var head = AuditHead.NONE;
        var last = Long.MIN_VALUE;
        var newest = Long.MIN_VALUE;
        for (var page = chainedAfter(last); !page.isEmpty(); page = chainedAfter(last)) {
            if (stop.getAsBoolean()) {
                return AuditVerdict.ofRows(head.seq(), 0, head, null, true);
            }
            for (var row : page) {
                var flaw = flaw(head, row, known);
                if (flaw.isPresent()) {
                    return broken(head, flaw.get());
                }
                head = head.then(row.mac(), key);
                newest = Math.max(newest, writtenAt(row));
            }
            last = head.seq();
            progress.accept(last);
        }
        var atEnd = flawAtEnd(head, known);
        return atEnd.isPresent() ? broken(head, atEnd.get()) : waiting(head, newest);
    }

    /** Returns the number of chained rows according to the head. */
    long sealed() {
        return heads.read().map(kept -> kept.head().seq()).orElse(0L);
    }

    private Optional<Flaw> flaw(AuditHead before, ChainedRow row, KnownHeads known) {
        var seq = Objects.requireNonNull(row.seq());
        var due = before.seq() + 1;
        if (seq > due) {
            return Optional.of(Flaw.ofRow(Kind.REMOVED, due, null, null));
        }
        var isWritten = AuditKey.isCode(key.codeOf(row.row().fields()), row.mac());
        var now = before.then(row.mac(), key);
        if (seq < due || !now.isAt(seq, row.chain())) {
            return flaw(isWritten ? Kind.OUT_OF_PLACE : Kind.INSERTED, row);
        }
        if (!isWritten) {
            return flaw(Kind.ALTERED, row);
        }
        return known.otherAt(now)
                .flatMap(other -> other.place().isEmpty()
                        ? flaw(Kind.OUT_OF_PLACE, row)
                        : Optional.of(Flaw.ofKeptHead(Kind.DIFFERS, other.place(), seq)));
    }

    private Optional<Flaw> flawAtEnd(AuditHead head, KnownHeads known) {
        var further = known.firstAfter(head);
        if (further.isPresent()) {
            return further.map(cut -> cut.place().isEmpty()
                    ? Flaw.ofRow(Kind.CUT_OFF, head.seq() + 1, null, null)
                    : Flaw.ofKeptHead(Kind.CUT_OFF, cut.place(), cut.head().seq()));
        }
        // a trail has a head before its first row is written
        var isGood = heads.read()
                .filter(now -> now.isGenuine() && now.head().seq() >= head.seq())
                .isPresent();
        return isGood ? Optional.empty() : Optional.of(Flaw.ofRow(Kind.HEAD, head.seq(), null, null));
    }

    /**
     * Checks the rows that are not chained yet. They have no number, but they have their authentication code, and none
     * of them is much older than the newest row: a portal that writes rows also chains them.
     */
    private AuditVerdict waiting(AuditHead head, long newestChained) {
        var count = 0L;
        var newest = Math.max(newestChained, newestWaiting());
        var last = FIRST;
        for (var page = unchainedAfter(last); !page.isEmpty(); page = unchainedAfter(last)) {
            for (var row : page) {
                if (!AuditKey.isCode(key.codeOf(row.row().fields()), row.mac())) {
                    return broken(head, flaw(Kind.INSERTED, row).orElseThrow());
                }
                if (newest - writtenAt(row) > LONGEST_WAIT.toMillis()) {
                    return broken(head, flaw(Kind.NOT_CHAINED, row).orElseThrow());
                }
                count++;
                last = row.row().id();
            }
        }
        return AuditVerdict.ofRows(head.seq(), count, head, null, false);
    }

    /**
     * Returns when a row was written, in milliseconds, from its UUIDv7 id; unlike the row's own time, a demo clock
     * cannot set it back.
     */
    private static long writtenAt(ChainedRow row) {
        return row.row().id().getMostSignificantBits() >>> 16;
    }

    private long newestWaiting() {
        return jdbc.sql("select max(id) from audit_event where seq is null")
                .query(byte[].class)
                .optional()
                .map(id -> Ids.uuid(id).getMostSignificantBits() >>> 16)
                .orElse(Long.MIN_VALUE);
    }

    private static AuditVerdict broken(AuditHead head, Flaw flaw) {
        return AuditVerdict.ofRows(head.seq(), 0, head, flaw, false);
    }

    private static Optional<Flaw> flaw(Kind kind, ChainedRow row) {
        return Optional.of(
                Flaw.ofRow(kind, row.seq(), row.row().id(), row.row().at().toInstant(ZoneOffset.UTC)));
    }

    private List<ChainedRow> chainedAfter(long seq) {
        return jdbc.sql("select " + ChainedRow.COLUMNS + " from audit_event where seq > ? order by seq limit " + PAGE)
                .param(seq)
                .query((row, n) -> ChainedRow.in(row))
                .list();
    }

    private List<ChainedRow> unchainedAfter(UUID id) {
        return jdbc.sql("select " + ChainedRow.COLUMNS
                        + " from audit_event where seq is null and id > ? order by seq, id limit " + PAGE)
                .param(Ids.bytes(id))
                .query((row, n) -> ChainedRow.in(row))
                .list();
    }
}
