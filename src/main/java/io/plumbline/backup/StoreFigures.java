package io.plumbline.backup;

import io.plumbline.shared.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a store has, for a person who compares it with another one.
 *
 * @param schema its last migration
 * @param kind whether it has the demo clinic or real data; empty while it is new
 * @param openedAt when it was opened first, which tells it from the stores of other clinics; null while it is new
 * @param clinic the name of its first clinic; empty while it has none
 * @param newest the time of the newest entry in the audit trail; null while there is none
 */
record StoreFigures(
        String schema,
        String kind,
        @Nullable Instant openedAt,
        String clinic,
        @Nullable Instant newest,
        long patients,
        long notes,
        long auditEntries) {

    /** Reads them from a store. */
    static StoreFigures of(JdbcClient store) {
        var schema = store.sql("""
                        select version from flyway_schema_history
                        where success = true and version is not null order by installed_rank desc limit 1
                        """).query(String.class).single();
        var opened = store.sql("select kind, opened_at from store where id = 1")
                .query((row, at) -> new Opened(row.getString("kind"), instant(row, "opened_at")))
                .optional();
        var clinic = store.sql("select name from clinic order by code limit 1")
                .query(String.class)
                .optional()
                .orElse("");
        var newest = store.sql("select at from audit_event order by at desc limit 1")
                .query((row, at) -> instant(row, "at"))
                .optional()
                .orElse(null);
        return new StoreFigures(
                schema,
                opened.map(Opened::kind).orElse(""),
                opened.map(Opened::at).orElse(null),
                clinic,
                newest,
                count(store, "select count(*) from patient"),
                count(store, "select count(*) from session_note"),
                count(store, "select count(*) from audit_event"));
    }

    private record Opened(String kind, Instant at) {}

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static long count(JdbcClient store, String sql) {
        return store.sql(sql).query(Long.class).single();
    }

    /** Returns whether the store of another backup is the same one at another time. */
    boolean isSameStore(StoreFigures other) {
        return openedAt != null && openedAt.equals(other.openedAt);
    }

    /** Returns the figures in one line. */
    String words() {
        return "%s, %s, %s; newest entry in the audit trail: %s"
                .formatted(
                        clinic.isEmpty() ? "no clinic yet" : clinic,
                        Count.of(patients, "patient", "patients"),
                        Count.of(notes, "session note", "session notes"),
                        newest == null ? "none" : newest.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns what this store has more than another one, in words; empty if it has no more. */
    String moreThan(StoreFigures other) {
        var more = new ArrayList<String>();
        add(more, patients - other.patients, "patient", "patients");
        add(more, notes - other.notes, "session note", "session notes");
        add(more, auditEntries - other.auditEntries, "entry in the audit trail", "entries in the audit trail");
        return String.join(", ", more);
    }

    private static void add(List<String> more, long count, String one, String several) {
        if (count > 0) {
            more.add(Count.of(count, one, several));
        }
    }
}
