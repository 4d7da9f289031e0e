package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** A store that must not be used is refused before anything is done to it, in one sentence. */
class DatabaseCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"MySQL 5.5.5-10.11.19-MariaDB-0+deb12u1", "MariaDB 11.4.2", "MySQL 8.0.40-MariaDB-log"})
    void mariaDbIsRefused(String product) {
        assertThatThrownBy(() -> DatabaseCheck.refuseUnlessKnown(product))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This database is MariaDB, on which the codes of the audit trail would be"
                                + " wrong: Plumbline runs on MySQL 9.7."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MySQL 9.7.4", "MySQL 8.4.3", "MySQL 8.0.12", "H2 2.4.240 (2025-09-22)", ""})
    void supportedDatabasesAreAccepted(String product) {
        assertThatCode(() -> DatabaseCheck.refuseUnlessKnown(product)).doesNotThrowAnyException();
    }

    @Test
    void aStoreFromWhichANewerPortalTookSomethingIsRefusedAndNotChanged(@TempDir Path folder) throws IOException {
        var store = migratedByANewerOne(folder, "V099__contract_one.sql");
        assertThatThrownBy(() -> new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This store belongs to a newer Plumbline: it has the migration 099, and this"
                                + " one knows 001 as its last. Start the newer one, or restore the backup from"
                                + " before the upgrade."));
        assertThat(new JdbcTemplate(store).queryForObject("select count(*) from tomorrow", Integer.class))
                .isZero();
    }

    @Test
    void aStoreToWhichANewerPortalOnlyAddedIsUsed(@TempDir Path folder) throws IOException {
        var store = migratedByANewerOne(folder, "V099__of_tomorrow.sql");
        assertThatCode(() -> new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder)))
                .doesNotThrowAnyException();
        assertThat(new JdbcTemplate(store).queryForObject("select count(*) from tomorrow", Integer.class))
                .isZero();
    }

    @Test
    void aCommandRefusesAStoreThatIsNotUpgradedAndChangesNothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V001__one.sql"), "create table one (id int primary key);");
        var store = new DriverManagerDataSource("jdbc:h2:mem:pending;DB_CLOSE_DELAY=-1");
        var command =
                new DatabaseCheck(new MockEnvironment().withProperty("plumbline.command", "audit verify"), List.of());
        assertThatThrownBy(() -> command.migrate(flyway(store, folder)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This database has no store yet: start the portal first."));
        new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder));
        assertThatCode(() -> command.migrate(flyway(store, folder))).doesNotThrowAnyException();
        Files.writeString(folder.resolve("V002__two.sql"), "create table two (id int primary key);");
        assertThatThrownBy(() -> command.migrate(flyway(store, folder)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This store belongs to an older Plumbline, and 1 migration is pending: start the"
                                + " portal or run ./portal upgrade, then repeat this command."));
        assertThat(flyway(store, folder).info().pending()).hasSize(1);
        new DatabaseCheck(new MockEnvironment().withProperty("plumbline.command", "upgrade"), List.of())
                .migrate(flyway(store, folder));
        assertThat(flyway(store, folder).info().pending()).isEmpty();
    }

    @Test
    void aStoreWhoseMigrationIsAnotherOneIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("V001__one.sql"), "create table one (id int primary key);");
        var store = new DriverManagerDataSource("jdbc:h2:mem:another;DB_CLOSE_DELAY=-1");
        new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder));
        Files.writeString(file, "create table one (id int primary key, words varchar(9));");
        assertThatThrownBy(() -> new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("This store belongs to another Plumbline: its migration 001 is not the one that"
                                + " this Plumbline has. Start the one that it belongs to."));
    }

    @Test
    void aStoreInWhichAnUpgradeStoppedIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("V001__one.sql"), "create table one (id int); insert into nowhere values (1);");
        var store = new DriverManagerDataSource("jdbc:h2:mem:stopped;DB_CLOSE_DELAY=-1");
        assertThatThrownBy(() -> flyway(store, folder).migrate()).isInstanceOf(FlywayException.class);
        assertThatThrownBy(() -> new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("An upgrade of this store stopped in migration 001: restore the backup from before"
                                + " it, and start again."));
    }

    /** Afterwards the folder has the migrations of the older one again. */
    private static DriverManagerDataSource migratedByANewerOne(Path folder, String itsMigration) throws IOException {
        Files.writeString(folder.resolve("V001__one.sql"), "create table one (id int primary key);");
        var store = new DriverManagerDataSource("jdbc:h2:mem:" + itsMigration + ";DB_CLOSE_DELAY=-1");
        new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder));
        Files.writeString(folder.resolve(itsMigration), "create table tomorrow (id int primary key);");
        new DatabaseCheck(new MockEnvironment(), List.of()).migrate(flyway(store, folder));
        Files.delete(folder.resolve(itsMigration));
        return store;
    }

    private static Flyway flyway(DriverManagerDataSource store, Path folder) {
        return Flyway.configure()
                .dataSource(store)
                .locations("filesystem:" + folder)
                .load();
    }

    @Test
    void aDatabaseFileWithoutItsHeaderIsReportedInOneSentence(@TempDir Path folder) throws Exception {
        var url = filled(folder);
        var file = folder.resolve("plumbline.mv.db");
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            var nonsense = new byte[8192];
            Arrays.fill(nonsense, (byte) 0x5a);
            bytes.write(nonsense);
        }
        assertThat(analysis(url, opened(url)).getDescription()).isEqualTo(damaged(file));
    }

    private static String damaged(Path file) {
        return "The store " + file
                + " is damaged and cannot be opened: move it aside, keep it, and restore the last backup.";
    }

    private static String filled(Path folder) throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("plumbline");
        try (var store = DriverManager.getConnection(url, "sa", "");
                var statement = store.createStatement()) {
            statement.execute("create table kept (id int primary key, words varchar(2000))");
            statement.execute("insert into kept select x, repeat('word ' || x, 100) from system_range(1, 2000)");
        }
        return url;
    }

    @Test
    void otherDatabaseErrorsAreNotReportedAsDamage() {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:h2:file:/tmp/plumbline");
        assertThat(new StartFailureAnalyzer(environment).analyze(new SQLException("Wrong password", "28000", 28000)))
                .isNull();
    }

    @Test
    void aDiskWithoutRoomIsNotReportedAsDamage() {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:h2:file:/tmp/plumbline");
        var full = new SQLException(
                "IO Exception",
                "90031",
                90031,
                new MVStoreException(2, "Writing failed").initCause(new IOException("No space left on device")));
        assertThat(new StartFailureAnalyzer(environment).analyze(full).getDescription())
                .isEqualTo("There is no room left in /tmp for the store: make room, and start again.");
    }

    private static SQLException opened(String url) {
        try (var store = DriverManager.getConnection(url, "sa", "");
                var statement = store.createStatement()) {
            statement.executeQuery("select count(words) from kept").close();
            throw new AssertionError("The damaged file was opened");
        } catch (SQLException refused) {
            return refused;
        }
    }

    private static FailureAnalysis analysis(String url, SQLException refused) {
        var environment = new MockEnvironment().withProperty("spring.datasource.url", url);
        var analysis = new StartFailureAnalyzer(environment).analyze(new IllegalStateException(refused));
        assertThat(analysis).as(refused.toString()).isInstanceOf(StartFailureMessage.class);
        return analysis;
    }
}
