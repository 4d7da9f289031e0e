package io.plumbline.backup;

import io.plumbline.startup.DatabaseServerCheck;
import io.plumbline.startup.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.ObjectMapper;

/**
 * Restores a MySQL store. The backup is read to its end before anything is changed, and a backup of the store that is there is
 * made beside it. While the database is filled it is marked, so that no portal opens half of it.
 */
final class MySqlRestore implements BackupRestore.Target {
    private static final Logger LOG = LoggerFactory.getLogger(MySqlRestore.class);

    private final ConfigurableEnvironment settings;
    private final Instant now;
    private final ObjectMapper json;
    private final BackupProgress progress;
    private final boolean isToReplay;
    private final Connection connection;
    private final JdbcClient database;

    private MySqlRestore(
            ConfigurableEnvironment settings,
            Instant now,
            ObjectMapper json,
            BackupProgress progress,
            boolean isToReplay,
            Connection connection) {
        this.settings = settings;
        this.now = now;
        this.json = json;
        this.progress = progress;
        this.isToReplay = isToReplay;
        this.connection = connection;
        this.database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Connects to the database.
     *
     * @param isToReplay whether no portal may open it until the binary log was replayed
     * @throws BackupProblem if a portal runs
     */
    static MySqlRestore of(
            ConfigurableEnvironment settings,
            Instant now,
            ObjectMapper json,
            BackupProgress progress,
            boolean isToReplay)
            throws BackupProblem {
        refuseIfPortalRuns(settings);
        return new MySqlRestore(
                settings,
                now,
                json,
                progress,
                isToReplay,
                DatabaseServerCheck.connectionOfOwner(settings, DatabaseServerCheck.database(settings)));
    }

    private static void refuseIfPortalRuns(ConfigurableEnvironment settings) throws BackupProblem {
        if (DatabaseServerCheck.connectionsOfPortals(settings) > 0) {
            throw new BackupProblem("A portal is connected to the database %s: stop it first."
                    .formatted(DatabaseServerCheck.database(settings)));
        }
    }

    @Override
    public boolean isThere() {
        return !StoreTables.names(database).isEmpty();
    }

    @Override
    public Optional<StoreFigures> figures() {
        try {
            return Optional.of(StoreFigures.of(database));
        } catch (DataAccessException unreadable) {
            LOG.debug("The store that is there cannot be read", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public Optional<BackupRestore.Restored> replace(
            Path file, BackupReader backup, @Nullable BackupKey recovery, BackupVerification verification)
            throws IOException {
        var isHalf = UnfinishedRestore.isIn(database);
        if (isThere() && !isHalf && figures().isEmpty()) {
            throw new BackupProblem(
                    "What is in the database %s cannot be read, and so not be kept: save it, and empty the database first."
                            .formatted(DatabaseServerCheck.database(settings)));
        }
        var read = tried(backup, recovery, verification);
        if (!verification.isRestorable()) {
            return Optional.empty();
        }
        var aside = isThere() && !isHalf ? Optional.of(keepAside(file)) : Optional.<Path>empty();
        aside.ifPresent(kept -> progress.begin("What was there is in the backup " + kept));
        var keys = new ArrayList<BackupKey>();
        BackupSettings.of(settings).backupKey().ifPresent(keys::add);
        if (recovery != null) {
            keys.add(recovery);
        }
        empty(isHalf);
        var filled = new BackupVerification(MySqlRestore.class, settings);
        try (var again = BackupReader.open(file, keys, json);
                var store = RestoredMySql.store(settings)) {
            progress.begin("Filling the database");
            var unpacked = UnpackedBackup.read(again, store, BackupRun.filesFolder(settings), progress);
            filled.compare(unpacked, store, unpacked.keys(recovery, json));
        }
        var where = aside.map(kept -> "What was there is in the backup " + kept + ".");
        if (!filled.isRestorable()) {
            throw new BackupProblem("The database is not as in the backup, and no portal starts on it: "
                    + String.join(" ", filled.lines())
                    + where.map(words -> " " + words).orElse(""));
        }
        if (isToReplay) {
            UnfinishedRestore.waitForReplay(database);
        } else {
            UnfinishedRestore.endIn(database);
        }
        var key = read.keys(recovery, json).map(StoreKeys::auditKey).orElse("");
        return Optional.of(new BackupRestore.Restored(
                where.orElse(""),
                key.isEmpty() || !settings.getProperty(StoreKeys.AUDIT_KEY, "").isBlank()
                        ? Map.of()
                        : Map.of(StoreKeys.AUDIT_KEY, key)));
    }

    /**
     * Ends a restore that waited until a person replayed the binary log.
     *
     * @throws BackupProblem if none waits
     */
    void finish() throws BackupProblem {
        if (!UnfinishedRestore.isWaiting(database)) {
            throw new BackupProblem("No restore of the database %s waits to be finished."
                    .formatted(DatabaseServerCheck.database(settings)));
        }
        UnfinishedRestore.endIn(database);
    }

    /** From the mark on no portal starts; one may have started while the backup was tried. */
    private void empty(boolean isHalf) throws BackupProblem {
        UnfinishedRestore.beginIn(database);
        try {
            refuseIfPortalRuns(settings);
        } catch (BackupProblem running) {
            if (!isHalf) {
                UnfinishedRestore.endIn(database);
            }
            throw running;
        }
        dropAll();
    }

    /** Fills another database from the backup first: what does not go there must not cost the store that is here. */
    private UnpackedBackup tried(BackupReader backup, @Nullable BackupKey recovery, BackupVerification verification)
            throws IOException {
        progress.begin("Trying the backup");
        try (var scratch = RestoredMySql.scratch(settings)) {
            var read = UnpackedBackup.read(backup, scratch, null, progress);
            var keys = read.keys(recovery, json);
            verification.compare(read, scratch, keys);
            if (verification.isRestorable()) {
                // a scratch database has neither files nor a noted head
                var none = BackupRun.filesFolder(settings).resolveSibling("none");
                verification.open(verification.settings(read, scratch, keys.orElse(null), none, none));
            }
            return read;
        }
    }

    private Path keepAside(Path file) throws IOException {
        return new BackupRun(settings, new SingleConnectionDataSource(connection, true), progress)
                .makeBeforeRestore(file.toAbsolutePath().resolveSibling(""), now)
                .file();
    }

    private void dropAll() {
        database.sql("set foreign_key_checks = 0").update();
        for (var routine : database.sql(
                        "select routine_name from information_schema.routines where routine_schema = schema()")
                .query(String.class)
                .list()) {
            database.sql("drop procedure if exists `" + routine + "`").update();
        }
        StoreTables.names(database)
                .forEach(table -> database.sql("drop table `" + table + "`").update());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("The connection of a restore did not close", alreadyGone);
        }
    }
}
