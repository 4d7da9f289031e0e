package io.plumbline.startup;

import io.plumbline.shared.Causes;
import io.plumbline.shared.Count;
import io.plumbline.shared.StartRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates a store that has data. An H2 store is copied before, and put back if the upgrade stops; on a server the next start
 * goes on where it stopped.
 */
final class StoreUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);

    private static final double MEGABYTE = 1024 * 1024;

    /** Measured with 97 migrations and 10,000 patients on two slow cores. */
    private static final double SECONDS_A_MIGRATION = 0.03;

    private static final double SECONDS_A_MEGABYTE = 0.005;

    private StoreUpgrade() {}

    /**
     * Runs the pending migrations of an H2 store.
     *
     * @throws StartRefused if the upgrade stops, with the reason; the store is then as it was before
     */
    static void run(Flyway flyway, DatabaseFile store) {
        var pending = flyway.info().pending().length;
        tell(pending, store.size());
        var copy = new UpgradeCopy(store);
        var open = flyway.getConfiguration().getDataSource();
        copy.make(open, pending);
        try {
            flyway.migrate();
        } catch (FlywayException stopped) {
            LOG.debug("The upgrade stopped", stopped);
            copy.putBack(open);
            throw new StartRefused(sentence(stopped, store) + " The store is as it was before the upgrade.");
        }
        copy.delete();
    }

    /**
     * Runs the pending migrations of a server, which commits each statement: what an earlier run did is not done again.
     *
     * @throws StartRefused if the upgrade stops, with the reason; the next start goes on there
     */
    static void runOnServer(Flyway flyway) {
        var configured = flyway.getConfiguration();
        var progress = new UpgradeProgress();
        var callbacks = Stream.concat(Arrays.stream(configured.getCallbacks()), Stream.of(progress));
        var resuming = Flyway.configure(configured.getClassLoader())
                .configuration(configured)
                .dataSource(new ResumedStatements(configured.getDataSource(), progress))
                .callbacks(callbacks.toArray(Callback[]::new))
                .load();
        var store = JdbcClient.create(configured.getDataSource());
        try {
            forgetFailure(configured.getTable(), store);
            tell(flyway.info().pending().length, sizeOnServer(store));
            resuming.migrate();
            UpgradeProgress.delete(configured.getTable(), store);
        } catch (FlywayException | DataAccessException stopped) {
            LOG.debug("The upgrade stopped", stopped);
            throw StartRefused.in(stopped)
                    .orElseGet(() -> new StartRefused(
                            "The upgrade stopped%s: %s. Start again to go on there. If it stops there again, restore the backup from before the upgrade, and report this sentence."
                                    .formatted(place(stopped, progress), reason(stopped))));
        }
    }

    private static void tell(int pending, long bytes) {
        LOG.info(
                "Upgrading the store of {} MB: {}, {}",
                Count.number((long) Math.ceil(bytes / MEGABYTE)),
                Count.of(pending, "migration", "migrations"),
                about(pending, bytes));
    }

    private static long sizeOnServer(JdbcClient store) {
        return store.sql("""
                        select coalesce(sum(data_length + index_length), 0) from information_schema.tables
                        where table_schema = schema()
                        """).query(Long.class).single();
    }

    /** Returns how long an upgrade takes, in words: by its number of migrations, and by its size as if each read all of it. */
    static String about(int migrations, long bytes) {
        var seconds = migrations * (SECONDS_A_MIGRATION + SECONDS_A_MEGABYTE * bytes / MEGABYTE);
        var minutes = (long) Math.ceil(seconds / Duration.ofMinutes(1).toSeconds());
        return minutes <= 1 ? "about a minute" : "about " + Count.number(minutes) + " minutes";
    }

    /** Flyway goes on only where its history says of no migration that it failed. */
    private static void forgetFailure(String history, JdbcClient store) {
        if (UpgradeProgress.isLeft(history, store)) {
            store.sql("delete from " + history + " where success = 0").update();
        }
    }

    private static String place(RuntimeException stopped, UpgradeProgress progress) {
        return progress.statement() == 0
                ? migration(stopped)
                : migration(stopped) + ", statement " + progress.statement();
    }

    private static String sentence(FlywayException stopped, DatabaseFile store) {
        if (StoreFiles.isDiskFull(stopped)) {
            return "The upgrade stopped, because there is no room left in %s: make room, and start again."
                    .formatted(store.folder());
        }
        return "The upgrade stopped%s: %s.".formatted(migration(stopped), reason(stopped));
    }

    private static String migration(RuntimeException stopped) {
        return stopped instanceof FlywayMigrateException migrating
                ? " in migration " + migrating.getMigration().getVersion()
                : "";
    }

    private static String reason(RuntimeException stopped) {
        var words = Causes.of(stopped)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(stopped)
                .getMessage();
        if (stopped instanceof FlywayValidateException) {
            // its first line only says that something does not fit; what it is, stands in those about a migration
            return String.valueOf(words)
                    .lines()
                    .filter(line -> line.startsWith("Detected ") || line.startsWith("Migration "))
                    .map(StoreUpgrade::withoutStop)
                    .collect(Collectors.joining("; ", "its migrations do not fit this build: ", ""));
        }
        return withoutStop(String.valueOf(words).lines().findFirst().orElse("").replace("; SQL statement:", ""));
    }

    private static String withoutStop(String line) {
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
