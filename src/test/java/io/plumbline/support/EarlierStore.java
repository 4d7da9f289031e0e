package io.plumbline.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store as the portal of November 21, 2026 left it, with 7,000 rows of its demo clinic. */
public final class EarlierStore {
    private static final String LAST_MIGRATION = "048";
    private static final String ROWS = "/stores/november-21.sql.gz";
    private static final String STATEMENT = ";\n(?=insert into )";

    private EarlierStore() {}

    /**
     * Makes the tables and rows in a database without any.
     *
     * @param flyway the settings with which it is upgraded
     */
    public static void fill(Flyway flyway) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(LAST_MIGRATION)
                // the rights to tables that are not there yet
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        new JdbcTemplate(flyway.getConfiguration().getDataSource()).execute((ConnectionCallback<Void>) connection -> {
            try (var statement = connection.createStatement()) {
                // by the names of their tables, but notes last: nothing is added to a signed one
                statement.execute(
                        ChosenStore.isMySql() ? "set foreign_key_checks = 0" : "set referential_integrity false");
                // the only row that a migration makes
                statement.execute("delete from active_administrators");
                for (var insert : inserts()) {
                    statement.execute(insert);
                }
                statement.execute(
                        ChosenStore.isMySql() ? "set foreign_key_checks = 1" : "set referential_integrity true");
            }
            return null;
        });
    }

    private static List<String> inserts() {
        try (InputStream packed = Objects.requireNonNull(EarlierStore.class.getResourceAsStream(ROWS));
                var rows = new GZIPInputStream(packed)) {
            return List.of(new String(rows.readAllBytes(), StandardCharsets.UTF_8).split(STATEMENT));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
