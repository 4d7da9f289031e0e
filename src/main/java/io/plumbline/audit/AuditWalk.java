package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.Ids;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the whole trail in the order of its seals, page by page, and names the first row that is not as it was. */
@Component
class AuditWalk {
    private static final int PAGE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final AuditHeads heads;
    private final AuditKey key;

    AuditWalk(JdbcClient jdbc, AuditHeads heads, AuditKey key) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.key = key;
    }

    /**
     * Walks from the first row to the last.
     *
     * @param noted heads of earlier times that the trail must still hold
     * @param progress told after each page how many rows were looked at
     * @param stop asked before each page
     */
    AuditVerdict walk(Collection<AuditHead> noted, LongConsumer progress, BooleanSupplier stop) {
        // read before the rows: what is sealed meanwhile lies beyond it
        var kept = heads.read();
        var known = new ArrayList<>(noted);
        kept.map(AuditHeads.Kept::head).ifPresent(known::add);
        var head = AuditHead.NONE;
        var last = Long.MIN_VALUE;
        var newest = Long.MIN_VALUE;
        for (var page = sealedAfter(last); !page.isEmpty(); page = sealedAfter(last)) {
            if (stop.getAsBoolean()) {
                return new AuditVerdict(head.seq(), 0, head, 0, null, true);
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

    /** How many rows are sealed, as the head says. */
    long sealed() {
        return heads.read().map(kept -> kept.head().seq()).orElse(0L);
    }

    private Optional<Flaw> flaw(AuditHead before, SealedRow row, Collection<AuditHead> known) {
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
        return known.stream().anyMatch(head -> isOther(now, head)) ? flaw(Kind.OUT_OF_PLACE, row) : Optional.empty();
    }

    private static boolean isOther(AuditHead now, AuditHead expected) {
        return expected.seq() == now.seq() && !expected.equals(now);
    }

    private Optional<Flaw> flawAtEnd(AuditHead head, Collection<AuditHead> known) {
        if (known.stream().anyMatch(further -> further.seq() > head.seq())) {
            return Optional.of(Flaw.ofRow(Kind.CUT_OFF, head.seq() + 1, null, null));
        }
        // a trail has a head from its birth, before its first row
        var isGood = heads.read()
                .filter(now -> now.isGenuine() && now.head().seq() >= head.seq())
                .isPresent();
        return isGood ? Optional.empty() : Optional.of(Flaw.ofRow(Kind.HEAD, head.seq(), null, null));
    }

    /**
     * Rows without a seal have no place yet, but they have their code, and none of them is much older than the newest of
     * all: a portal that writes rows seals them too.
     */
    private AuditVerdict waiting(AuditHead head, long newestSealed) {
        var count = 0L;
        var newest = Math.max(newestSealed, newestWaiting());
        var last = FIRST;
        for (var page = unsealedAfter(last); !page.isEmpty(); page = unsealedAfter(last)) {
            for (var row : page) {
                if (!AuditKey.isCode(key.codeOf(row.row().fields()), row.mac())) {
                    return broken(head, flaw(Kind.INSERTED, row).orElseThrow());
                }
                if (newest - writtenAt(row) > LONGEST_WAIT.toMillis()) {
                    return broken(head, flaw(Kind.NOT_SEALED, row).orElseThrow());
                }
                count++;
                last = row.row().id();
            }
        }
        return new AuditVerdict(head.seq(), count, head, 0, null, false);
    }

    /** When a row was written, in milliseconds, as its id says: unlike its own time, a story cannot set it back. */
    private static long writtenAt(SealedRow row) {
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
        return new AuditVerdict(head.seq(), 0, head, 0, flaw, false);
    }

    private static Optional<Flaw> flaw(Kind kind, SealedRow row) {
        return Optional.of(
                Flaw.ofRow(kind, row.seq(), row.row().id(), row.row().at().toInstant(ZoneOffset.UTC)));
    }

    private List<SealedRow> sealedAfter(long seq) {
        return jdbc.sql("select " + SealedRow.COLUMNS + " from audit_event where seq > ? order by seq limit " + PAGE)
                .param(seq)
                .query((row, n) -> SealedRow.in(row))
                .list();
    }

    private List<SealedRow> unsealedAfter(UUID id) {
        return jdbc.sql("select " + SealedRow.COLUMNS
                        + " from audit_event where seq is null and id > ? order by seq, id limit " + PAGE)
                .param(Ids.bytes(id))
                .query((row, n) -> SealedRow.in(row))
                .list();
    }
}
