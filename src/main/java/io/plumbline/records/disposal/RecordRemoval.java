package io.plumbline.records.disposal;

import io.plumbline.documents.FileStore;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.ContentTrail;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes the record of one patient, by the rules that the store has for each table ({@code disposal_rule}). In MySQL a
 * procedure of the owner does each step, because the portal's own user may not delete most of these rows, and it does so
 * only for a disposal that two people approved. Call it in a transaction, as its last step.
 */
@Component
class RecordRemoval {
    private static final int LONGEST_COUNTS = 4000;

    private final JdbcClient jdbc;
    private final FileStore files;
    private final ContentTrail contents;
    private final boolean hasProcedure;

    RecordRemoval(JdbcClient jdbc, JdbcTemplate template, FileStore files, ContentTrail contents) {
        this.jdbc = jdbc;
        this.files = files;
        this.contents = contents;
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        hasProcedure = "MySQL".equals(template.execute(product));
    }

    /**
     * What was removed.
     *
     * @param rows how many rows of which table
     * @param sha256 the hash of all of them
     */
    record Removed(Map<String, Long> rows, String sha256) {
        long count() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        String counts() {
            var all = rows.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining(", "));
            return all.length() <= LONGEST_COUNTS ? all : all.substring(0, LONGEST_COUNTS);
        }
    }

    private record Step(
            int number,
            String table,
            boolean deletes,
            String where,
            @Nullable String blanked) {
        String statement() {
            return deletes
                    ? "delete from " + table + " where " + where
                    : "update " + table + " set " + blanked + " where " + where;
        }
    }

    /** Removes the record and its files. */
    Removed remove(UUID entry, PatientId patient) {
        var id = Ids.bytes(patient.value());
        var stored = jdbc.sql("select stored_as from patient_attachment where patient_id = ? order by id")
                .param(id)
                .query(String.class)
                .list();
        var content = DigestUtils.getSha256Digest();
        var counts = new TreeMap<String, Long>();
        var steps = steps();
        // before the first one, since a record is hashed with its parts
        steps.stream().filter(Step::deletes).forEach(step -> record(step, id));
        for (var step : steps) {
            var rows = hashes(step, id);
            if (!rows.isEmpty()) {
                content.update((step.table() + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
                counts.merge(step.table(), (long) rows.size(), Long::sum);
                run(step, entry, id);
            }
        }
        stored.stream().filter(name -> !isShared(name)).forEach(files::delete);
        return new Removed(counts, HexFormat.of().formatHex(content.digest()));
    }

    /** Writes into the audit trail what a step deletes, if the trail covers it. */
    private void record(Step step, byte[] patient) {
        var key = contents.keyOf(step.table());
        if (key != null) {
            contents.removing(
                    step.table(),
                    jdbc.sql("select " + key + " from " + step.table() + " where " + step.where() + " order by " + key)
                            .param(patient)
                            .query((row, n) -> Ids.uuid(row.getBytes(1)))
                            .list());
        }
    }

    private List<Step> steps() {
        return jdbc.sql("select * from disposal_rule where kind in ('DELETE', 'BLANK') order by step")
                .query((row, n) -> new Step(
                        row.getInt("step"),
                        row.getString("table_name"),
                        row.getString("kind").equals("DELETE"),
                        row.getString("rows_where"),
                        row.getString("blanked")))
                .list();
    }

    private void run(Step step, UUID entry, byte[] patient) {
        if (hasProcedure) {
            jdbc.sql("call dispose_step(?, ?)")
                    .params(Ids.bytes(entry), step.number())
                    .query(Long.class)
                    .single();
        } else {
            jdbc.sql(step.statement()).param(patient).update();
        }
    }

    private boolean isShared(String storedAs) {
        return jdbc.sql("select count(*) from patient_attachment where stored_as = ?")
                        .param(storedAs)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns the hash of each row that a step removes, in their own order, so that no two stores differ by theirs. */
    private List<String> hashes(Step step, byte[] patient) {
        var all = new ArrayList<>(jdbc.sql("select * from " + step.table() + " where " + step.where())
                .param(patient)
                .query((row, n) -> hash(row))
                .list());
        all.sort(null);
        return all;
    }

    private static String hash(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var values = new TreeMap<String, String>();
        for (var at = 1; at <= columns.getColumnCount(); at++) {
            var value =
                    switch (columns.getColumnType(at)) {
                        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> hex(row.getBytes(at));
                        default -> row.getString(at);
                    };
            values.put(columns.getColumnLabel(at), Objects.toString(value));
        }
        return DigestUtils.sha256Hex(values.toString());
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
