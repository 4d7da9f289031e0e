package io.plumbline.startup;

import io.plumbline.shared.Causes;
import io.plumbline.shared.Count;
import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates a store that has data. An H2 store is copied before, and put back if the upgrade stops. */
final class StoreUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);

    private StoreUpgrade() {}

    /**
     * Runs the pending migrations.
     *
     * @param file that of an H2 store; empty for a server or a store in memory
     * @throws StartRefused if the upgrade stops, with the reason; an H2 store is then as it was before
     */
    static void run(Flyway flyway, Optional<DatabaseFile> file) {
        LOG.info("Upgrading the store: {}", Count.of(flyway.info().pending().length, "migration", "migrations"));
        if (file.isEmpty()) {
            migrateServer(flyway);
            return;
        }
        var store = file.get();
        var copy = new UpgradeCopy(store);
        var open = flyway.getConfiguration().getDataSource();
        copy.make(open);
        try {
            flyway.migrate();
        } catch (FlywayException stopped) {
            LOG.debug("The upgrade stopped", stopped);
            copy.putBack(open);
            throw new StartRefused(sentence(stopped, store) + " The store is as it was before the upgrade.");
        }
        copy.delete();
    }

    private static void migrateServer(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException stopped) {
            LOG.debug("The upgrade stopped", stopped);
            throw new StartRefused(
                    "The upgrade stopped%s: %s. Restore the backup from before the upgrade, and report this sentence."
                            .formatted(migration(stopped), reason(stopped)));
        }
    }

    private static String sentence(FlywayException stopped, DatabaseFile store) {
        if (isDiskFull(stopped)) {
            return "The upgrade stopped, because there is no room left in %s: make room, and start again."
                    .formatted(store.folder());
        }
        return "The upgrade stopped%s: %s.".formatted(migration(stopped), reason(stopped));
    }

    private static String migration(FlywayException stopped) {
        return stopped instanceof FlywayMigrateException migrating
                ? " in migration " + migrating.getMigration().getVersion()
                : "";
    }

    private static String reason(FlywayException stopped) {
        var words = Causes.of(stopped)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(stopped)
                .getMessage();
        return String.valueOf(words).lines().findFirst().orElse("").replace("; SQL statement:", "");
    }

    /** Returns whether a failure comes from a disk without room, as the operating systems say it. */
    static boolean isDiskFull(Throwable failure) {
        return Causes.of(failure)
                .filter(IOException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(words -> words.contains("No space left on device")
                        || words.contains("not enough space on the disk")
                        || words.contains("Disk quota exceeded"));
    }
}
