package io.plumbline.audit;

import io.plumbline.audit.AuditVerdict.Flaw;
import io.plumbline.audit.AuditVerdict.Kind;
import io.plumbline.shared.ids.Ids;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares all records of the covered tables, page by page, with the last hash of each in the audit trail, and all hashes
 * with the records. It runs after the rows of the trail were verified, so nobody without the key wrote any of them.
 */
@Component
class ContentVerifier {
    private static final int PAGE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    /** The later version counts; of one version the later row. */
    private static final Comparator<Written> BY_TIME =
            Comparator.comparingLong((Written one) -> one.hash().version()).thenComparing(Written::row, Ids.IN_STORE);

    private final JdbcClient jdbc;
    private final ContentReader reader;
    private final SignatureRowQuery rows;
    private final BackfilledTableStore backfilled;

    ContentVerifier(JdbcClient jdbc, ContentReader reader, SignatureRowQuery rows, BackfilledTableStore backfilled) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.rows = rows;
        this.backfilled = backfilled;
    }

    /** The number of records compared, and the first one that is not as the portal wrote it. */
    record Found(long records, @Nullable Flaw flaw, boolean isStopped) {}

    private record Written(UUID row, RecordHash hash) {}

    Found walk(LongConsumer progress, BooleanSupplier stop) {
        var all = 0L;
        for (var table : CoveredTables.ALL) {
            // asked first: what is inserted in the meantime has its hash
            var isBackfilled = backfilled.contains(table);
            for (var ids = reader.idsAfter(table, null, PAGE);
                    !ids.isEmpty();
                    ids = reader.idsAfter(table, ids.getLast(), PAGE)) {
                if (stop.getAsBoolean()) {
                    return new Found(all, null, true);
                }
                var page = compare(table, ids, isBackfilled);
                var flaw = flaw(table, page, isBackfilled);
                if (flaw != null) {
                    return new Found(all, flaw, false);
                }
                all += page.compared();
                progress.accept(all);
            }
            var stray = reader.strayPart(table);
            if (stray.isPresent()) {
                return new Found(all, Flaw.ofRecord(Kind.CONTENT_INSERTED, table.name(), stray.get()), false);
            }
            var gone = gone(table);
            if (gone.isPresent()) {
                return new Found(all, Flaw.ofRecord(Kind.CONTENT_GONE, table.name(), gone.get()), false);
            }
        }
        return new Found(all, null, false);
    }

    /** What of a page does not match, and how many records have a hash. */
    private record Page(Map<UUID, Kind> doubtful, int compared) {}

    private @Nullable Flaw flaw(CoveredTable table, Page page, boolean isBackfilled) {
        if (page.doubtful().isEmpty()) {
            return null;
        }
        // compared once more: somebody may have saved between the two reads
        return compare(table, page.doubtful().keySet(), isBackfilled).doubtful().entrySet().stream()
                .min(Map.Entry.comparingByKey(Ids.IN_STORE))
                .map(one -> Flaw.ofRecord(one.getValue(), table.name(), one.getKey()))
                .orElse(null);
    }

    private Page compare(CoveredTable table, Collection<UUID> ids, boolean isBackfilled) {
        var now = reader.read(table, ids);
        var written = lastOf(table, ids);
        var found = new HashMap<UUID, Kind>();
        now.forEach((id, hash) -> {
            var last = written.get(id);
            if (last == null ? isBackfilled : last.isRemoved()) {
                found.put(id, Kind.CONTENT_INSERTED);
            } else if (last != null && !last.equals(hash) && !last.equals(inForm(table, id, last.form()))) {
                found.put(id, Kind.CONTENT_CHANGED);
            }
        });
        return new Page(found, written.size());
    }

    private @Nullable RecordHash inForm(CoveredTable table, UUID id, int form) {
        return form == table.form()
                ? null
                : reader.read(table, List.of(id), form).get(id);
    }

    private Map<UUID, RecordHash> lastOf(CoveredTable table, Collection<UUID> ids) {
        return rows.find(table.kind(), ids).stream()
                .map(row -> new Written(row.row().id(), RecordHash.in(row.row())))
                .collect(Collectors.groupingBy(
                        one -> one.hash().subject(),
                        Collectors.collectingAndThen(Collectors.maxBy(BY_TIME), last -> last.orElseThrow()
                                .hash())));
    }

    private Optional<UUID> gone(CoveredTable table) {
        for (var ids = writtenAfter(table, FIRST); !ids.isEmpty(); ids = writtenAfter(table, ids.getLast())) {
            var missing = missing(table, ids);
            if (!missing.isEmpty()) {
                var last = lastOf(table, missing);
                var gone = missing.stream()
                        .filter(id -> Optional.ofNullable(last.get(id))
                                .filter(hash -> !hash.isRemoved())
                                .isPresent())
                        .filter(id -> missing(table, List.of(id)).contains(id))
                        .min(Ids.IN_STORE);
                if (gone.isPresent()) {
                    return gone;
                }
            }
        }
        return Optional.empty();
    }

    private List<UUID> writtenAfter(CoveredTable table, UUID last) {
        return jdbc.sql(
                        "select distinct subject from audit_event where kind = ? and subject > ? order by subject limit "
                                + PAGE)
                .params(table.kind(), last)
                .query(UUID.class)
                .list();
    }

    private Set<UUID> missing(CoveredTable table, List<UUID> ids) {
        var missing = new HashSet<>(ids);
        jdbc.sql("select " + table.key() + " from " + table.table() + " where " + table.key() + " in (:ids)")
                .param("ids", ids)
                .query(UUID.class)
                .list()
                .forEach(missing::remove);
        return missing;
    }
}
