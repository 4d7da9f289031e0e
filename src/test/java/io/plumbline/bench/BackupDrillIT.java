package io.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DocumentedCommands;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.StartCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clinic backs up while people work, loses its store, and gets it back with nothing but the file and the recovery key:
 * nothing that was acknowledged before the backup is missing, all signatures are whole, and the next save works.
 */
@Tag("long")
@Tag("launcher")
class BackupDrillIT {
    private static final long SEED = 20261124;
    private static final Duration AT_WORK = Duration.ofSeconds(3);
    private static final String KEY = "3f".repeat(32);

    /** So many visits wait for a note that nobody runs out of work: each counts twenty. */
    private static final int VISITS = 20;

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedBeforeTheBackupComesBackOnH2() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var store = new H2OwnStore(data);
        drill(store, data, () -> FileSystemUtils.deleteRecursively(data));
    }

    @Test
    @DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
    void whatWasAcknowledgedBeforeTheBackupComesBackOnMySql() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var store = new MySqlOwnStore(data);
        drill(store, data, () -> {
            MySqlForTests.empty(String.valueOf(store.settings().get("spring.datasource.url")));
            FileSystemUtils.deleteRecursively(data);
        });
        aDatabaseThatCannotBeKeptAsideIsNotReplaced(store);
    }

    private void aDatabaseThatCannotBeKeptAsideIsNotReplaced(OwnStore store) throws IOException {
        var url = String.valueOf(store.settings().get("spring.datasource.url"));
        MySqlForTests.byAdministrator(url, "set foreign_key_checks = 0", "drop table session_note");
        var settings = Map.of(
                "SPRING_APPLICATION_JSON",
                new JsonMapper().writeValueAsString(store.settings()),
                "PLUMBLINE_BACKUP_KEY",
                KEY);
        var backup = folder.resolve("target").toFile().listFiles()[0];
        assertThat(run(settings, 1, "restore", backup.toString(), "--replace"))
                .contains("What is there cannot be read.");
        assertThat(Files.readString(folder.resolve("errors")))
                .contains("What is in the database %s cannot be read, and so not be kept"
                        .formatted(MySqlForTests.nameIn(url)));
        MySqlForTests.byAdministrator(url, "alter table consultation_lead comment = 'still there'");
    }

    /** By the commands of docs/operations.md, as they stand there. */
    @Test
    @DisabledIfSystemProperty(named = "plumbline.mysql", matches = "false")
    void aWrongDeleteOnMySqlIsUndoneWithoutWhatPeopleDidAfterTheBackup() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var client = new AtomicReference<String>();
        var store = new MySqlOwnStore(data, database -> client.set(MySqlForTests.registerWithBinaryLog(database)));
        var url = String.valueOf(store.settings().get("spring.datasource.url"));
        Files.writeString(folder.resolve(".my.cnf"), client.get());
        var run = new CrashRun(store, data, SEED, said -> {});
        run.environment().put("PLUMBLINE_BACKUP_KEY", KEY);
        var records = run.fill(VISITS);
        // an hour before is when the tables were made
        var filled = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var target = Files.createDirectories(folder.resolve("target"));
        var inBackup = run.work(records, portal -> {
            LockSupport.parkNanos(AT_WORK.toNanos());
            command(run.environment(), "backup", target.toString());
            var acknowledged = run.journal().acknowledged();
            LockSupport.parkNanos(AT_WORK.toNanos());
            portal.kill();
            return acknowledged;
        });
        assertThat(run.journal().acknowledged())
                .as("people worked after the backup")
                .hasSizeGreaterThan(inBackup.size());
        var before = store.read(left -> new SurvivedStore(left).compare(run.journal(), store.auditKey()));
        assertThat(before.faults()).isEmpty();
        MySqlForTests.byAdministrator(url, "set foreign_key_checks = 0", "delete from consultation_lead");

        var shown = shell(run.environment(), commands("A point in time on MySQL", url), Map.of());
        shell(
                run.environment(),
                commands("Replay the binary log", url),
                Map.of(
                        "newest", String.valueOf(target.toFile().listFiles()[0]),
                        "BACKUP_MADE", filled.toString().replace('T', ' ').replace("Z", ""),
                        "WRONG_AT", positionOfDelete(shown, "consultation_lead")));

        var after = store.read(left -> new SurvivedStore(left).compare(run.journal(), store.auditKey()));
        assertThat(after.faults()).isEmpty();
        run.work(records, portal -> {
            LockSupport.parkNanos(AT_WORK.toNanos());
            portal.kill();
            return true;
        });
    }

    private static String commands(String heading, String url) throws IOException {
        return DocumentedCommands.of(heading)
                .replace("./portal", Path.of("portal").toAbsolutePath().toString())
                .replace("--database=plumbline", "--database=" + MySqlForTests.nameIn(url));
    }

    private static String positionOfDelete(String changes, String table) {
        var at = "";
        for (var line : changes.lines().toList()) {
            at = line.contains("# at ") ? line.replaceFirst(".*# at (\\d+).*", "$1") : at;
            if (line.endsWith("### DELETE FROM `%s`".formatted(table)) || line.endsWith(".`" + table + "`")) {
                return at;
            }
        }
        throw new AssertionError("The log has no delete from " + table);
    }

    private String shell(Map<String, String> environment, String commands, Map<String, String> more)
            throws IOException, InterruptedException {
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder("sh", "-eu", "-c", commands)
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .merge(
                        "PATH",
                        MySqlForTests.client("mysqlbinlog").getParent() + ":",
                        (path, clients) -> clients + path);
        var process = builder.start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(answer + Files.readString(errors)).isZero();
        return answer;
    }

    /** A disk that is lost. */
    private interface Loss {
        void happen() throws IOException;
    }

    private void drill(OwnStore store, Path data, Loss loss) throws Exception {
        var run = new CrashRun(store, data, SEED, said -> {});
        run.environment().put("PLUMBLINE_BACKUP_KEY", KEY);
        var secrets = new AtomicReference<KeyedSecrets>();
        var records = run.fill(VISITS, portal -> secrets.set(KeyedSecrets.give(portal, CrashRun.PASSWORD)));
        var recovery = command(run.environment(), "backup", "init").replaceAll("(?s).*(AGE-SECRET-KEY-\\w+).*", "$1");
        var target = Files.createDirectories(folder.resolve("target"));

        var due = run.work(records, portal -> {
            LockSupport.parkNanos(AT_WORK.toNanos());
            var acknowledged = run.journal().acknowledged();
            command(run.environment(), "backup", target.toString());
            LockSupport.parkNanos(AT_WORK.toNanos());
            portal.kill();
            return acknowledged;
        });
        assertThat(due).as("people worked before the backup").hasSizeGreaterThan(20);
        var key = store.auditKey();
        store.read(left -> true);
        loss.happen();

        Files.createDirectories(data);
        var elsewhere = new HashMap<>(run.environment());
        elsewhere.remove("PLUMBLINE_BACKUP_KEY");
        elsewhere.put("SPRING_APPLICATION_JSON", withoutAuditKey(store.settings()));
        elsewhere.put("PLUMBLINE_BACKUP_RECOVERY_KEY", recovery);
        var backup = target.toFile().listFiles();
        assertThat(backup).hasSize(1);
        assertThat(command(elsewhere, "restore", backup[0].toString()))
                .contains("Audit trail verified: ", "Restored. Start the portal.");

        var found = store.read(
                restored -> new SurvivedStore(restored).compare(run.journal().after(due), key));
        assertThat(found.faults()).isEmpty();
        try (var portal = PortalServices.start(store.settings())) {
            assertThat(secrets.get().lostIn(portal)).isEmpty();
        }
        run.work(records, portal -> {
            LockSupport.parkNanos(AT_WORK.toNanos());
            portal.kill();
            return true;
        });
    }

    private static String withoutAuditKey(Map<String, Object> settings) {
        var others = new HashMap<>(settings);
        others.remove("plumbline.audit.key");
        return new JsonMapper().writeValueAsString(others);
    }

    /** Returns what a command of the packaged portal answers. */
    private String command(Map<String, String> environment, String... words) {
        return run(environment, 0, words);
    }

    private String run(Map<String, String> environment, int status, String... words) {
        try {
            var errors = folder.resolve("errors");
            var line = new ArrayList<>(StartCache.asLaunched());
            line.addAll(List.of(words));
            var builder = new ProcessBuilder(line).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(status);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
