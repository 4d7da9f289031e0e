package io.plumbline.store;

import com.zaxxer.hikari.HikariDataSource;
import io.plumbline.shared.store.OpenStoreCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that the file of an H2 store is gone, or that another one is in its place, while the portal runs. H2 itself does
 * not: it writes on to the file that nobody will find again. From then on nothing is saved, and what was saved before is
 * written to a file beside it; until that has worked, the store stays open.
 */
@Component
class StoreFileWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFileWatch.class);
    private static final String PRODUCT = "H2";
    private static final String SUFFIX = ".mv.db";

    private final DataSource store;
    private final Clock clock;
    private @Nullable Watched watched;
    private @Nullable Lost lost;

    /** @param key what tells the file from another one of the same name; null where the system does not say */
    private record Watched(Path file, @Nullable Object key) {
        static Watched of(Path file) throws IOException {
            return new Watched(
                    file, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        }
    }

    /**
     * A store that nobody reaches any more.
     *
     * @param last the only connection to it, which holds it open
     */
    private record Lost(Path file, String what, Connection last) {}

    StoreFileWatch(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Remembers the file that is open now; none of a server or a store in memory. */
    @EventListener(ApplicationStartedEvent.class)
    synchronized void begin() {
        try (var connection = store.getConnection()) {
            var opened = file(connection);
            if (opened.isPresent()) {
                watched = Watched.of(opened.get());
            }
        } catch (SQLException | IOException unknown) {
            LOG.warn("The file of the store is not watched: {}", unknown.toString());
        }
    }

    private static Optional<Path> file(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals(PRODUCT)) {
            return Optional.empty();
        }
        try (var asked = connection.createStatement();
                var path = asked.executeQuery("select database_path()")) {
            path.next();
            return Optional.ofNullable(path.getString(1)).map(name -> Path.of(name + SUFFIX));
        }
    }

    /** Looks whether the file is still there. If it is not, ends the store and keeps what it has. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    synchronized void look() {
        if (watched != null) {
            lookAt(watched);
        }
        if (lost != null) {
            keep(lost);
        }
    }

    /** Looks for the last time, before the portal closes the store. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        look();
    }

    private void lookAt(Watched file) {
        try {
            if (!Objects.equals(file.key(), Watched.of(file.file()).key())) {
                end(file.file(), "was replaced by another one");
            }
        } catch (NoSuchFileException gone) {
            end(file.file(), "is gone");
        } catch (IOException unknown) {
            LOG.warn("The file of the store cannot be looked at: {}", unknown.toString());
        }
    }

    private void end(Path file, String what) {
        try (var pool = store.unwrap(HikariDataSource.class)) {
            var last = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            try (var alone = last.createStatement()) {
                // ends what others have not committed yet: closing the pool would let it go on
                alone.execute("set exclusive 2");
            }
            watched = null;
            lost = new Lost(file, what, last);
        } catch (SQLException failed) {
            watched = null;
            LOG.error(
                    "The file of the store, {}, {}: nothing is saved any more. Stop the portal, and restore the last"
                            + " backup",
                    file,
                    what,
                    failed);
        }
    }

    private void keep(Lost store) {
        var kept = store.file()
                .resolveSibling(
                        store.file().getFileName() + ".kept-" + clock.instant().toEpochMilli() + ".zip");
        try {
            Files.createDirectories(store.file().resolveSibling(""));
            OpenStoreCopy.writeZip(store.last(), store.file().getFileName().toString(), kept);
        } catch (SQLException | IOException notYet) {
            deleteQuietly(kept);
            LOG.error(
                    "The file of the store, {}, {}: nothing is saved any more. What was saved before cannot be written to"
                            + " {}. Do not stop the portal: make the folder writable and make room in it; it is tried"
                            + " again each minute",
                    store.file(),
                    store.what(),
                    kept,
                    notYet);
            return;
        }
        lost = null;
        LOG.error(
                "The file of the store, {}, {}: nothing is saved any more. All that was saved before is in {}: stop the"
                        + " portal, put the file in it in its place, and start again",
                store.file(),
                store.what(),
                kept);
        try (var last = store.last();
                var end = last.createStatement()) {
            // an orderly end would write to the place of the file
            end.execute("shutdown immediately");
        } catch (SQLException closed) {
            LOG.debug("The store has closed itself", closed);
        }
    }

    private static void deleteQuietly(Path notWhole) {
        try {
            Files.deleteIfExists(notWhole);
        } catch (IOException undeletable) {
            LOG.debug("{} is left, and is not whole", notWhole, undeletable);
        }
    }
}
