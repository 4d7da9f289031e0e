package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** A first start that does not finish, as on a full disk, leaves nothing that hinders the next one. */
class NewStoreTest {
    @TempDir
    Path folder;

    @TempDir
    Path migrations;

    MockEnvironment environment;
    DatabaseFile store;
    NewStore newStore;
    Path noted;

    @BeforeEach
    void noStoreYet() {
        environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("plumbline"));
        store = DatabaseFile.of(environment).orElseThrow();
        newStore = new NewStore(store);
        noted = folder.resolve("audit-real.head");
    }

    @Test
    void aFirstStartThatStoppedHalfWayBeginsAnew() throws IOException {
        Files.writeString(
                migrations.resolve("V001__one.sql"), "create table one (id int); insert into nowhere values (1);");
        newStore.markIfNew(noted);
        assertThatThrownBy(this::start).isInstanceOf(FlywayException.class);
        Files.writeString(migrations.resolve("V001__one.sql"), "create table one (id int primary key);");
        newStore.markIfNew(noted);
        start();
        assertThat(new JdbcTemplate(source()).queryForObject("select count(*) from one", Integer.class))
                .isZero();
        assertThat(folder).isDirectoryContaining("glob:**.interrupted-*");
    }

    @Test
    void aFirstStartThatEndedIsKept() throws IOException {
        Files.writeString(migrations.resolve("V001__one.sql"), "create table one (id int primary key);");
        newStore.markIfNew(noted);
        start();
        newStore.markIfNew(noted);
        assertThat(store.path()).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**{new-store,interrupted-*}");
    }

    @Test
    void aStoreWithoutTablesThatWasThereBeforeIsNotTakenForANewOne() throws IOException {
        Files.writeString(migrations.resolve("V001__one.sql"), "create table one (id int primary key);");
        new JdbcTemplate(source()).execute("checkpoint");
        newStore.markIfNew(noted);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("The store " + store.path()
                                + " has no tables: bring it back from a backup, or delete the file to start over."));
    }

    private void start() {
        new DatabaseCheck(environment, List.of())
                .migrate(Flyway.configure()
                        .dataSource(source())
                        .locations("filesystem:" + migrations)
                        .load());
    }

    private JdbcDataSource source() {
        var source = new JdbcDataSource();
        source.setURL(environment.getRequiredProperty("spring.datasource.url"));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }
}
