package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.DatabaseFile;
import io.plumbline.startup.EncryptedStore;
import io.plumbline.startup.RunningMark;
import io.plumbline.startup.StoreFiles;
import io.plumbline.startup.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
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

/** Restores an H2 store: unpacks and tries it beside the old one, and then puts its files in the place of the old ones. */
final class H2Restore implements BackupRestore.Target {
    private static final Logger LOG = LoggerFactory.getLogger(H2Restore.class);
    private static final String ASIDE = ".before-restore-";

    private final ConfigurableEnvironment settings;
    private final Instant now;
    private final ObjectMapper json;
    private final BackupProgress progress;
    private final DatabaseFile store;
    private final RunningMark mark;

    private H2Restore(
            ConfigurableEnvironment settings,
            Instant now,
            ObjectMapper json,
            BackupProgress progress,
            DatabaseFile store,
            RunningMark mark) {
        this.settings = settings;
        this.now = now;
        this.json = json;
        this.progress = progress;
        this.store = store;
        this.mark = mark;
    }

    /** @throws io.plumbline.shared.StartRefused if a portal runs, or the folder cannot be written */
    static H2Restore of(ConfigurableEnvironment settings, Instant now, ObjectMapper json, BackupProgress progress)
            throws IOException {
        var store = DatabaseFile.of(settings).orElseThrow();
        Files.createDirectories(store.folder());
        return new H2Restore(
                settings,
                now,
                json,
                progress,
                store,
                RunningMark.set(
                        store.folder(),
                        "The portal is running with the data in %s: stop it first.".formatted(store.folder())));
    }

    @Override
    public boolean isThere() {
        return store.size() > 0;
    }

    @Override
    public Optional<StoreFigures> figures() {
        try (var open = H2Files.open(store.path(), EncryptedStore.opened(settings, Map.of()))) {
            return Optional.of(StoreFigures.of(JdbcClient.create(new SingleConnectionDataSource(open, true))));
        } catch (SQLException | DataAccessException | StartRefused unreadable) {
            LOG.debug("The store that is there cannot be read", unreadable);
            return Optional.empty();
        }
    }

    @Override
    public Optional<BackupRestore.Restored> replace(
            Path file, BackupReader backup, @Nullable BackupKey recovery, BackupVerification verification)
            throws IOException {
        try (var work = WorkFolder.create(store.folder());
                // beside the files that it replaces, since they may lie on another disk
                var filesWork =
                        WorkFolder.create(BackupRun.filesFolder(settings).resolveSibling(""));
                var restored = new RestoredH2(work.path(), settings)) {
            // a temporary folder is its owner's alone
            var newFiles = Files.createTempDirectory(filesWork.path(), "files");
            progress.begin("Unpacking the backup");
            var unpacked = UnpackedBackup.read(backup, restored, newFiles, progress);
            var keys = unpacked.keys(recovery, json);
            keys.ifPresent(restored::use);
            verification.compare(unpacked, restored, keys);
            restored.release();
            if (verification.isRestorable()) {
                progress.begin("Opening the store");
                var head = work.path().resolve(BackupRun.HEAD);
                if (unpacked.head() != null) {
                    Files.writeString(head, unpacked.head());
                }
                verification.open(verification.settings(unpacked, restored, keys.orElse(null), newFiles, head));
                if (verification.isRestorable()) {
                    return Optional.of(put(restored, newFiles, head, verification.auditKey(keys.orElse(null))));
                }
            }
            return Optional.empty();
        }
    }

    /** Puts the restored files in their places. */
    private BackupRestore.Restored put(RestoredH2 restored, Path newFiles, Path head, Optional<String> auditKey)
            throws IOException {
        var ending = ASIDE + now.toEpochMilli();
        var files = BackupRun.filesFolder(settings);
        var wasThere = isThere();
        StoreFiles.force(restored.file());
        refuseUnlessMovable(files, ending);
        UnfinishedRestore.beginIn(store.folder());
        // what an interrupted upgrade or first start left would be put in the place of the restored store
        for (var left : UnfinishedRestore.LEFT_BY_OTHERS) {
            moveAside(store.folder().resolve(left), ending);
        }
        moveAside(files, ending);
        Files.move(newFiles, files);
        moveAside(store.path(), ending);
        StoreFiles.move(restored.file(), store.path());
        var noted = Path.of(settings.getProperty("plumbline.audit.head-file", ""));
        // one that is there is newer, and that the trail ends before it is accepted on record
        if (Files.exists(head) && !noted.toString().isEmpty() && !Files.exists(noted)) {
            Files.copy(head, noted);
        }
        if (auditKey.isPresent()) {
            writeAuditKey(auditKey.get(), ending);
        }
        UnfinishedRestore.endIn(store.folder());
        return new BackupRestore.Restored(
                wasThere ? "What was there is kept as %s%s.".formatted(store.path(), ending) : "",
                restored.password().equals(settings.getProperty(StoreKeys.STORE_PASSWORD, ""))
                        ? Map.of()
                        : Map.of(StoreKeys.STORE_PASSWORD, restored.password()));
    }

    private void writeAuditKey(String key, String ending) throws IOException {
        if (!settings.getProperty(StoreKeys.AUDIT_KEY, "").isBlank()) {
            return;
        }
        var file = StoreKeys.auditKeyFile(settings);
        if (Files.exists(file) && Files.readString(file).strip().equals(key)) {
            return;
        }
        moveAside(file, ending);
        StoreKeys.writeForOwner(key + "\n", file);
    }

    /** A folder on a disk of its own cannot be renamed: that is found out before anything is changed. */
    private static void refuseUnlessMovable(Path files, String ending) throws BackupProblem {
        var aside = files.resolveSibling(files.getFileName() + ending);
        try {
            if (Files.exists(files)) {
                Files.move(files, aside);
                Files.move(aside, files);
            }
        } catch (IOException mounted) {
            throw new BackupProblem(
                    "Nothing was changed: the folder %s cannot be renamed, as a disk of its own cannot. Set PLUMBLINE_FILES_DIR to a folder on that disk."
                            .formatted(files),
                    mounted);
        }
    }

    private static void moveAside(Path file, String ending) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ending));
        }
    }

    @Override
    public void close() {
        mark.close();
    }
}
