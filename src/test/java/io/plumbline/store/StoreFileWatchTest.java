package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.shared.store.StoreAway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** A store whose file is taken away under a running portal takes nothing more, and what it has is kept. */
class StoreFileWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-29T04:00:00Z");

    @TempDir
    Path folder;

    HikariDataSource store;
    Path file;
    StoreFileWatch watch;

    @BeforeEach
    void aRunningPortal() {
        store = opened("plumbline");
        file = folder.resolve("plumbline.mv.db");
        var jdbc = new JdbcTemplate(store);
        jdbc.execute("create table kept (id int primary key)");
        jdbc.update("insert into kept values (1)");
        watch = new StoreFileWatch(store, Clock.fixed(NOW, ZoneOffset.UTC));
        watch.begin();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void aFileThatIsThereIsLeftAlone() {
        watch.look();
        watch.look();
        assertThatCode(() -> new JdbcTemplate(store).update("insert into kept values (2)"))
                .doesNotThrowAnyException();
        assertThat(folder).isDirectoryNotContaining("glob:**.zip");
    }

    @Test
    void aFileThatIsGoneEndsTheStoreAndWhatWasSavedIsKept() throws IOException {
        Files.delete(file);
        new JdbcTemplate(store).update("insert into kept values (2)");
        watch.look();
        assertThatThrownBy(store::getConnection).isInstanceOf(SQLException.class);
        assertThat(file).as("no empty store in its place").doesNotExist();
        assertThat(rowsIn(kept())).isEqualTo(2);
    }

    @Test
    void aFileThatWasUnpackedOverItIsNotWrittenTo() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "the store of a backup");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        watch.look();
        assertThatThrownBy(store::getConnection).isInstanceOf(SQLException.class);
        assertThat(file).hasContent("the store of a backup");
        assertThat(rowsIn(kept())).isOne();
    }

    @Test
    void whatIsNotCommittedYetIsNeverAcknowledged() throws Exception {
        try (var busy = store.getConnection();
                var saving = busy.createStatement()) {
            busy.setAutoCommit(false);
            saving.execute("insert into kept values (2)");
            Files.delete(file);
            watch.look();
            assertThatThrownBy(busy::commit).isInstanceOf(SQLException.class);
        }
        assertThat(rowsIn(kept())).isOne();
    }

    @Test
    void whatWasSavedIsKeptAlsoWhereTheFolderWasRemoved() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        watch.look();
        assertThat(rowsIn(kept())).isOne();
    }

    @Test
    void theStoreStaysOpenUntilWhatWasSavedIsKept() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createFile(folder);
        watch.look();
        assertThatThrownBy(store::getConnection)
                .isInstanceOf(SQLException.class)
                .satisfies(ended -> assertThat(StoreAway.sentence(ended))
                        .contains("saves nothing any more", "call your administrator"));
        Files.delete(folder);
        watch.look();
        assertThat(rowsIn(kept())).isOne();
    }

    @Test
    void aPortalThatStopsLooksForTheLastTime() throws IOException {
        Files.delete(file);
        watch.stop();
        assertThat(rowsIn(kept())).isOne();
    }

    @Test
    void aStoreInMemoryHasNoFileToLookFor() {
        try (var inMemory = new HikariDataSource()) {
            inMemory.setJdbcUrl("jdbc:h2:mem:unwatched");
            var ofIt = new StoreFileWatch(inMemory, Clock.fixed(NOW, ZoneOffset.UTC));
            ofIt.begin();
            ofIt.look();
            assertThat(inMemory.isClosed()).isFalse();
        }
    }

    private Path kept() {
        return folder.resolve("plumbline.mv.db.kept-" + NOW.toEpochMilli() + ".zip");
    }

    private int rowsIn(Path zip) throws IOException {
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            entries.getNextEntry();
            Files.copy(entries, folder.resolve("again.mv.db"));
        }
        try (var again = opened("again")) {
            return new JdbcTemplate(again).queryForObject("select count(*) from kept", Integer.class);
        }
    }

    private HikariDataSource opened(String name) {
        var opened = new HikariDataSource();
        opened.setJdbcUrl("jdbc:h2:file:" + folder.resolve(name) + ";DB_CLOSE_ON_EXIT=FALSE");
        opened.setUsername("sa");
        opened.setPassword("");
        return opened;
    }
}
