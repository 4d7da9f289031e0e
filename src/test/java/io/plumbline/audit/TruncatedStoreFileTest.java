package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.shared.ids.Ids;
import io.plumbline.support.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;

/** H2 opens a file whose end is lost as it was earlier, without a word; the head noted beside it tells. */
@ExtendWith(OutputCaptureExtension.class)
class TruncatedStoreFileTest {
    private static final int ROWS = 40;
    private static final int PIECE = 8 * 1024;

    private final MovableClock clock = new MovableClock();

    @TempDir
    Path folder;

    @Test
    void aTruncatedStoreFileIsReportedAtStart(CapturedOutput log) throws Exception {
        write();
        var noted = Files.readString(folder.resolve("audit.head"));
        cutOffUntilOlder();
        try (var connection = open()) {
            var trail = new Trail(connection);
            trail.watch.start();
            assertThat(trail.watch.alarm()).hasValueSatisfying(alarm -> assertThat(alarm)
                    .contains(noted.strip(), "so this store is older than it was", "the end of its file is lost"));
        }
        assertThat(log.getAll()).containsOnlyOnce("so this store is older than it was");
        assertThat(log.getAll().lines().filter(line -> line.contains("so this store is older")))
                .allMatch(line -> line.contains("ERROR"));
        assertThat(folder.resolve("audit.head")).as("what was noted stays").hasContent(noted);
    }

    /** Rows that are sealed and noted, and then the process is killed. */
    private void write() throws SQLException {
        try (var connection = open()) {
            var store = new SingleConnectionDataSource(connection, true);
            Flyway.configure()
                    .dataSource(store)
                    .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                    .load()
                    .migrate();
            var trail = new Trail(connection);
            trail.heads.begin();
            for (int i = 0; i < ROWS; i++) {
                trail.happen();
                trail.chainJob.chainBatch();
            }
            trail.watch.look();
            assertThat(trail.watch.alarm()).isEmpty();
            kill(connection);
        }
    }

    private void cutOffUntilOlder() throws IOException, SQLException {
        var file = folder.resolve("plumbline.mv.db");
        var whole = Files.readAllBytes(file);
        var length = whole.length;
        long end;
        do {
            length -= PIECE;
            Files.write(file, Arrays.copyOf(whole, length));
            try (var connection = open()) {
                end = new Trail(connection).heads.read().orElseThrow().head().seq();
                kill(connection);
            }
        } while (end == ROWS);
        Files.write(file, Arrays.copyOf(whole, length));
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("plumbline")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0"
                        + ";TIME ZONE=UTC;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "sa",
                "");
    }

    private static void kill(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(closed.getErrorCode()).isEqualTo(90098);
        }
    }

    /** What a start has of the trail. */
    private final class Trail {
        private final JdbcClient jdbc;
        private final AuditHeadStore heads;
        private final AuditChainJob chainJob;
        private final NotedHeadJob watch;

        Trail(Connection connection) {
            var store = new SingleConnectionDataSource(connection, true);
            var settings = new AuditSettings(
                    "ab".repeat(32),
                    folder.resolve("audit.head").toString(),
                    Duration.ofMinutes(1),
                    Duration.ofHours(1));
            jdbc = JdbcClient.create(store);
            var key = new AuditKey(settings, "jdbc:h2:file:", folder, jdbc);
            heads = new AuditHeadStore(jdbc, key);
            chainJob = new AuditChainJob(
                    jdbc, new JdbcTemplate(store), heads, key, new JdbcTransactionManager(store), clock);
            watch = new NotedHeadJob(heads, new NotedHeadFile(settings), chainJob, clock, new MockEnvironment());
        }

        private void happen() {
            jdbc.sql(
                            "insert into audit_event (id, at, actor, kind, subject, detail, mac) values (?, now(), ?, ?, ?, ?, ?)")
                    .params(
                            Ids.bytes(Ids.next()),
                            Ids.bytes(Ids.next()),
                            "lead.claimed",
                            Ids.bytes(Ids.next()),
                            "status",
                            new byte[32])
                    .update();
        }
    }
}
