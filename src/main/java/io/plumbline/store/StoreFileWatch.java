package io.plumbline.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices that the file of an H2 store is gone, or that another one is in its place, while the portal runs. H2 itself does
 * not: it writes on to the file that nobody will find again. From then on nothing is saved, and what was saved before is
 * written to a file beside it.
 */
@Component
class StoreFileWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFileWatch.class);
    private static final String PRODUCT = "H2";
    private static final String SUFFIX = ".mv.db";

    private final DataSource store;
    private final Clock clock;
    private @Nullable Path file;
    private @Nullable Object key;

    StoreFileWatch(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Remembers the file that is open now; none of a server or a store in memory. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        try (var connection = store.getConnection()) {
            var opened = file(connection);
            if (opened.isPresent()) {
                key = key(opened.get());
                file = opened.get();
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

    /** Returns what tells the file from another one of the same name; null where the system does not say. */
    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Looks whether the file is still there, and ends the store if it is not. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        var watched = file;
        if (watched == null) {
            return;
        }
        try {
            var now = key(watched);
            if (key != null && !key.equals(now)) {
                end(watched, "was replaced by another one");
            }
        } catch (NoSuchFileException gone) {
            end(watched, "is gone");
        } catch (IOException unknown) {
            LOG.warn("The file of the store cannot be looked at: {}", unknown.toString());
        }
    }

    private void end(Path lost, String what) {
        file = null;
        var kept = lost.resolveSibling(
                lost.getFileName() + ".kept-" + clock.instant().toEpochMilli() + ".zip");
        try (var pool = store.unwrap(HikariDataSource.class);
                var own = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                var last = own.createStatement()) {
            // it holds the store open, while nobody else can write any more
            pool.close();
            try {
                keep(last, lost, kept);
                LOG.error(
                        "The file of the store, {}, {}: nothing is saved any more. All that was saved before is in {}:"
                                + " stop the portal, put the file in it in its place, and start again",
                        lost,
                        what,
                        kept);
            } finally {
                last.execute("shutdown immediately");
            }
        } catch (SQLException | IOException failed) {
            LOG.error(
                    "The file of the store, {}, {}: nothing is saved any more. Stop the portal, and restore the last"
                            + " backup",
                    lost,
                    what,
                    failed);
        }
    }

    private static void keep(Statement last, Path lost, Path kept) throws SQLException, IOException {
        // H2 copies what it has open, but only under the names that it finds in the folder
        var isGone = Files.notExists(lost);
        if (isGone) {
            Files.createFile(lost);
        }
        try {
            last.execute("backup to '" + kept.toString().replace("'", "''") + "'");
        } finally {
            if (isGone) {
                Files.delete(lost);
            }
        }
    }
}
