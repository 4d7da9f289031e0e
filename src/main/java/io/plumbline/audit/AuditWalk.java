package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.Ids;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks the whole trail in the order of its seals, page by page, and names the first row that is not as it was. */
@Component
class AuditWalk {
    private static final int PAGE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

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
     * @param noted a head of an earlier time that the trail must still hold, or null
     * @param progress told after each page how many rows were looked at
     * @param stop asked before each page
     */
    AuditVerdict walk(@Nullable AuditHead noted, LongConsumer progress, BooleanSupplier stop) {
        // read before the rows: what is sealed meanwhile lies beyond it
        var kept = heads.read();
        var head = AuditHead.NONE;
        var last = Long.MIN_VALUE;
        for (var page = sealedAfter(last); !page.isEmpty(); page = sealedAfter(last)) {
            if (stop.getAsBoolean()) {
                return new AuditVerdict(head.seq(), 0, head, null, true);
            }
            for (var row : page) {
                var flaw =
                        flaw(head, row, noted, kept.map(AuditHeads.Kept::head).orElse(null));
                if (flaw.isPresent()) {
                    return broken(head, flaw.get());
                }
                head = head.then(row.mac(), key);
            }
            last = head.seq();
            progress.accept(last);
        }
        var atEnd = flawAtEnd(head, noted, kept);
        return atEnd.isPresent() ? broken(head, atEnd.get()) : waiting(head);
    }

    /** How many rows are sealed, as the head says. */
    long sealed() {
        return heads.read().map(kept -> kept.head().seq()).orElse(0L);
    }

    private Optional<Flaw> flaw(AuditHead before, SealedRow row, @Nullable AuditHead noted, @Nullable AuditHead kept) {
        var seq = Objects.requireNonNull(row.seq());
        var due = before.seq() + 1;
        if (seq > due) {
            return Optional.of(new Flaw(Kind.REMOVED, due, null, null));
        }
        var isWritten = AuditKey.isCode(key.codeOf(row.row().fields()), row.mac());
        var now = before.then(row.mac(), key);
        if (seq < due || !now.isAt(seq, row.chain())) {
            return flaw(isWritten ? Kind.OUT_OF_PLACE : Kind.INSERTED, row);
        }
        if (!isWritten) {
            return flaw(Kind.ALTERED, row);
        }
        return isOther(now, noted) || isOther(now, kept) ? flaw(Kind.OUT_OF_PLACE, row) : Optional.empty();
    }

    private static boolean isOther(AuditHead now, @Nullable AuditHead expected) {
        return expected != null && expected.seq() == now.seq() && !expected.equals(now);
    }

    private Optional<Flaw> flawAtEnd(AuditHead head, @Nullable AuditHead noted, Optional<AuditHeads.Kept> keptAtStart) {
        var first = keptAtStart.map(kept -> kept.head().seq()).orElse(0L);
        if (head.seq() < Math.max(first, noted == null ? 0 : noted.seq())) {
            return Optional.of(new Flaw(Kind.CUT_OFF, head.seq() + 1, null, null));
        }
        var now = heads.read();
        var isGood = now.isEmpty()
                ? head.seq() == 0
                : now.get().isGenuine() && now.get().head().seq() >= head.seq();
        return isGood ? Optional.empty() : Optional.of(new Flaw(Kind.HEAD, head.seq(), null, null));
    }

    /** Rows without a seal have no place yet, but they have their code. */
    private AuditVerdict waiting(AuditHead head) {
        var count = 0L;
        var last = FIRST;
        for (var page = unsealedAfter(last); !page.isEmpty(); page = unsealedAfter(last)) {
            for (var row : page) {
                if (!AuditKey.isCode(key.codeOf(row.row().fields()), row.mac())) {
                    return broken(head, flaw(Kind.INSERTED, row).orElseThrow());
                }
                count++;
                last = row.row().id();
            }
        }
        return new AuditVerdict(head.seq(), count, head, null, false);
    }

    private static AuditVerdict broken(AuditHead head, Flaw flaw) {
        return new AuditVerdict(head.seq(), 0, head, flaw, false);
    }

    private static Optional<Flaw> flaw(Kind kind, SealedRow row) {
        return Optional.of(
                new Flaw(kind, row.seq(), row.row().id(), row.row().at().toInstant(ZoneOffset.UTC)));
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
