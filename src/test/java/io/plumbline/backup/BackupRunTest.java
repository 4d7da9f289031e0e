package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.support.ChosenStore;
import io.plumbline.support.EarlierStore;
import io.plumbline.support.MySqlForTests;
import io.plumbline.support.OnMySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A backup has each row of the store at one moment, and each file that the rows name; a restore brings them back. */
@Tag("store")
@OnMySql("MySQL is read row by row in a transaction, and written again as SQL")
class BackupRunTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    Path data;
    Path target;
    Map<String, Object> settings = new HashMap<>();
    ConfigurableEnvironment environment;
    DriverManagerDataSource store;

    @BeforeEach
    void aStore() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        target = Files.createDirectories(folder.resolve("target"));
        settings.put("plumbline.data-dir", data.toString());
        settings.put("plumbline.files-dir", data.resolve("files").toString());
        settings.put("plumbline.audit.head-file", data.resolve("audit.head").toString());
        settings.put(
                "plumbline.backup.recovery-file",
                data.resolve("backup-recovery.txt").toString());
        settings.putAll(Map.of(
                "plumbline.backup.at", "02:00",
                "plumbline.backup.daily", "7",
                "plumbline.backup.weekly", "5",
                "plumbline.backup.monthly", "12",
                "plumbline.backup.before-upgrade", "true",
                "plumbline.backup.folder", ""));
        settings.put("plumbline.backup.key", BackupKey.generate().identity());
        if (ChosenStore.isMySql()) {
            MySqlForTests.register((name, value) -> settings.put(name, value.get()));
        } else {
            settings.put(
                    "spring.datasource.url",
                    "jdbc:h2:file:" + data.resolve("plumbline")
                            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;TIME ZONE=UTC;DB_CLOSE_DELAY=-1");
            settings.put("spring.datasource.username", "sa");
            settings.put("spring.datasource.password", "");
        }
        environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        var owner = ChosenStore.isMySql() ? "spring.flyway" : "spring.datasource";
        store = new DriverManagerDataSource(
                setting("spring.datasource.url"),
                setting(ChosenStore.isMySql() ? owner + ".user" : owner + ".username"),
                setting(owner + ".password"));
        EarlierStore.fill(Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + ChosenStore.folder())
                .load());
        // the tables with files came later
        sql(
                "create table patient_attachment (stored_as varchar(32) not null primary key, sha256 varchar(64) not null)");
        sql("create table patient_import (stored_as varchar(32) not null primary key, sha256 varchar(64) not null)");
    }

    @AfterEach
    void closeTheStore() {
        if (!ChosenStore.isMySql()) {
            sql("shutdown");
        }
    }

    private String setting(String name) {
        return String.valueOf(settings.get(name));
    }

    private void sql(String statement) {
        JdbcClient.create(store).sql(statement).update();
    }

    private BackupRun.Made made() throws IOException {
        return new BackupRun(environment, store, new BackupProgress(line -> {})).make(target, NOW);
    }

    private BackupVerification verified(BackupRun.Made made) throws IOException {
        var verification = new BackupVerification(Object.class, environment);
        var unpacked = folder.resolve("unpacked");
        Files.createDirectories(unpacked);
        try (var backup = BackupReader.open(made.file(), List.of(BackupKey.of(setting("plumbline.backup.key"))), JSON);
                var restored = ChosenStore.isMySql()
                        ? RestoredMySql.scratch(environment)
                        : new RestoredH2(unpacked, environment)) {
            var read = UnpackedBackup.read(backup, restored, null, new BackupProgress(line -> {}));
            verification.compare(read, restored, Optional.empty());
        }
        return verification;
    }

    @Test
    void aBackupHasEachRowAndIsVerified() throws IOException {
        Files.writeString(data.resolve("audit.head"), "12:abc");
        var made = made();
        assertThat(made.file()).isEqualTo(target.resolve("plumbline-20261124T170000Z.zip.age"));
        assertThat(made.manifest().rows()).containsEntry("patient", 60L).hasSizeGreaterThan(60);
        assertThat(made.about().contents().schema()).isEqualTo("048");
        assertThat(target.toFile().list()).containsExactly("plumbline-20261124T170000Z.zip.age");

        var verification = verified(made);
        assertThat(verification.isGood())
                .as(() -> verification.lines().toString())
                .isTrue();
        assertThat(verification.lines())
                .anyMatch(line -> line.matches("Rows: 7,\\d+ rows in \\d+ tables, as in the manifest\\."));
        assertThat(data.toFile().list())
                .as("nothing is left beside the store")
                .noneMatch(name -> name.startsWith("backup-copy"));
    }

    @Test
    void textsComeBackAsTheyWere() throws IOException {
        sql("create table words (id int primary key, word varchar(200), raw binary(3))");
        var words = "it's \\ \"quoted\"; two\nlines\r\nand ;;\nemoji \uD83E\uDDB4, Ελληνικά, tab\t, zero \u0000.";
        JdbcClient.create(store)
                .sql("insert into words values (1, ?, ?), (2, null, null)")
                .params(words, new byte[] {0, '\'', (byte) 0xff})
                .update();
        assertThat(verified(made()).isGood()).isTrue();
    }

    @Test
    void whatIsSavedMeanwhileIsInTheBackupWhollyOrNotAtAll() throws Exception {
        sql("create table debit (id int primary key)");
        sql("create table credit (id int primary key)");
        var isEnded = new AtomicBoolean();
        var begun = new CountDownLatch(20);
        try (var others = Executors.newSingleThreadExecutor()) {
            var saving = others.submit(() -> {
                for (int id = 0; !isEnded.get(); id++) {
                    try (var connection = store.getConnection();
                            var statement = connection.createStatement()) {
                        connection.setAutoCommit(false);
                        statement.execute("insert into debit values (" + id + ")");
                        statement.execute("insert into credit values (" + id + ")");
                        connection.commit();
                    }
                    begun.countDown();
                }
                return null;
            });
            BackupRun.Made made;
            try {
                begun.await();
                made = made();
            } finally {
                isEnded.set(true);
            }
            saving.get();
            assertThat(made.manifest().rows().get("debit"))
                    .isGreaterThanOrEqualTo(20)
                    .isEqualTo(made.manifest().rows().get("credit"));
            assertThat(verified(made).isGood()).isTrue();
        }
    }

    @Test
    void filesThatRowsNameAreInItAndWhatIsWrongWithThemIsNamed() throws IOException {
        file("a".repeat(32), "x-ray", "7a5c5ab0e4b8ee47e3e6ae6ff7ae4a4c0e1d5b66b8be7a5a0e5b1d7a0e9c2b11");
        sql("insert into patient_attachment values ('" + "b".repeat(32) + "', 'c')");
        file("d".repeat(32), "letter", DigestUtils.sha256Hex("letter"));
        sql("insert into patient_import values ('" + "e".repeat(32) + "', 'f')");
        // a disk that does not give back what is there
        file("f".repeat(32), "", DigestUtils.sha256Hex("a consent"));
        Files.delete(path("f".repeat(32)));
        Files.createDirectory(path("f".repeat(32)));
        var made = made();
        assertThat(made.manifest().parts())
                .extracting(BackupManifest.Part::name)
                .contains("files/" + "a".repeat(32), "files/" + "d".repeat(32));
        assertThat(made.manifest().problems())
                .containsExactly(
                        "The file %s is not as it was stored.".formatted(path("a".repeat(32))),
                        "The file %s is missing.".formatted(path("b".repeat(32))),
                        "The file %s is not as it was stored.".formatted(path("f".repeat(32))));
        assertThat(verified(made).lines())
                .anyMatch(line -> line.startsWith("Files on records: The file " + path("a".repeat(32))));
    }

    private Path path(String storedAs) {
        return data.resolve("files").resolve(storedAs.substring(0, 2)).resolve(storedAs);
    }

    private void file(String storedAs, String content, String sha256) throws IOException {
        Files.createDirectories(path(storedAs).getParent());
        Files.writeString(path(storedAs), content);
        sql("insert into patient_attachment values ('" + storedAs + "', '" + sha256 + "')");
    }

    @Test
    void nothingIsWrittenWithoutAKeyOrToAFolderThatIsNone() {
        assertThatThrownBy(() -> new BackupRun(environment, store, new BackupProgress(line -> {}))
                        .make(folder.resolve("nowhere"), NOW))
                .isInstanceOf(BackupProblem.class)
                .hasMessage("There is no folder %s: create it, or mount its disk.", folder.resolve("nowhere"));
        assertThatThrownBy(() -> new BackupRun(environment, store, new BackupProgress(line -> {})).make(data, NOW))
                .hasMessage("%s is in the folder of the store: name a folder on another disk.", data);
        settings.put("plumbline.backup.key", "swordfish");
        assertThatThrownBy(this::made)
                .hasMessageStartingWith("PLUMBLINE_BACKUP_KEY must be 64 hexadecimal digits, or an identity");
        settings.remove("plumbline.backup.key");
        assertThat(BackupSettings.of(environment).folders()).isEmpty();
        assertThatThrownBy(this::made)
                .hasMessageStartingWith("No backup is made without a key: set PLUMBLINE_BACKUP_KEY");
        assertThat(target.toFile().list()).isEmpty();
    }

    @Test
    void aBackupThatIsCanceledLeavesNothing() {
        var progress = new BackupProgress(line -> {});
        progress.cancel();
        assertThatThrownBy(() -> new BackupRun(environment, store, progress).make(target, NOW))
                .isInstanceOf(BackupProblem.class)
                .hasMessage("The backup was canceled.");
        assertThat(target.toFile().list()).isEmpty();
        assertThat(data.toFile().list()).noneMatch(name -> name.startsWith("backup-copy"));
    }

    @Test
    void theKeysOfThePortalOpenWithTheRecoveryKeyAlone() throws IOException {
        var recovery = BackupKey.generate();
        Files.writeString(data.resolve("backup-recovery.txt"), recovery.recipient() + "\n");
        settings.put("plumbline.audit.key", "ab".repeat(32));
        var made = made();
        assertThat(made.about().hasKeys()).isTrue();
        try (var backup = BackupReader.open(made.file(), List.of(recovery), JSON)) {
            var read = UnpackedBackup.read(backup, (name, bytes) -> {}, null, new BackupProgress(line -> {}));
            assertThat(read.keys(recovery, JSON)).hasValue(new StoreKeys("ab".repeat(32), ""));
            assertThat(read.keys(BackupKey.of(setting("plumbline.backup.key")), JSON))
                    .isEmpty();
        }
    }
}
