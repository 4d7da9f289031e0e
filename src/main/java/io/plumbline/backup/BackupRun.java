package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.DatabaseFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Makes a backup of the store that this process has open: the store, the files on records, the noted head and the keys. */
final class BackupRun {
    /** The part with the noted head of the audit trail. */
    static final String HEAD = "audit.head";

    private static final Logger LOG = LoggerFactory.getLogger(BackupRun.class);
    private static final AtomicBoolean IS_RUNNING = new AtomicBoolean();

    private final Environment settings;
    private final DataSource store;
    private final BackupProgress progress;
    private final JsonMapper json = JsonMapper.builder().build();

    /** A backup that was made. */
    record Made(Path file, long bytes, BackupAbout about, BackupManifest manifest) {}

    BackupRun(Environment settings, DataSource store, BackupProgress progress) {
        this.settings = settings;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Makes a backup.
     *
     * @param folder where it goes
     * @param at now, which names the file
     * @throws BackupProblem if it cannot be made, or another one is being made; nothing is left of it then
     */
    Made make(Path folder, Instant at) throws IOException {
        return makeFile(folder.resolve(BackupFolder.nameAt(at)), at);
    }

    /**
     * Makes a backup of a store that is about to be replaced. Its name is not that of other backups, so no retention counts or
     * deletes it.
     */
    Made makeBeforeRestore(Path folder, Instant at) throws IOException {
        return makeFile(folder.resolve(BackupFolder.nameBeforeRestore(at)), at);
    }

    private Made makeFile(Path file, Instant at) throws IOException {
        var backups = BackupSettings.of(settings);
        var setup = new BackupWriter.Setup(backups.recipients(), json, progress);
        var recovery = backups.recoveryRecipient();
        refuseUnlessUsable(file.resolveSibling(""));
        if (!IS_RUNNING.compareAndSet(false, true)) {
            throw new AnotherBackupRuns();
        }
        try {
            return makeAlone(file, at, setup, recovery);
        } catch (StartRefused refused) {
            throw new BackupProblem(refused.sentence(), refused);
        } catch (DataAccessException unreadable) {
            throw new BackupProblem("The store cannot be read: " + unreadable.getMessage(), unreadable);
        } finally {
            IS_RUNNING.set(false);
        }
    }

    private Made makeAlone(Path file, Instant at, BackupWriter.Setup setup, Optional<String> recovery)
            throws IOException {
        // before the store: what is noted must be in it
        var head = notedHead();
        try (var snapshot = snapshot()) {
            // now that no other node makes one
            PartFile.deleteLeft(file.resolveSibling(""));
            var about = new BackupAbout(
                    BackupAbout.FORMAT,
                    version(),
                    at,
                    snapshot.database(),
                    recovery.isPresent(),
                    StoreFigures.of(snapshot.rows()));
            return write(file, about, setup, snapshot, head, recovery);
        }
    }

    private Made write(
            Path file,
            BackupAbout about,
            BackupWriter.Setup setup,
            StoreSnapshot snapshot,
            Optional<String> head,
            Optional<String> recovery)
            throws IOException {
        try (var backup = BackupWriter.begin(file, about, setup)) {
            Runnable stop = () -> stop(backup, snapshot);
            SpringApplication.getShutdownHandlers().add(stop);
            try {
                if (recovery.isPresent()) {
                    var keys = StoreKeys.of(settings).encryptedTo(recovery.get(), json);
                    backup.add(StoreKeys.PART, to -> to.write(keys));
                }
                if (head.isPresent()) {
                    backup.add(HEAD, to -> to.write(head.get().getBytes(StandardCharsets.US_ASCII)));
                }
                backup.beginStep("Writing the store");
                var rows = snapshot.writeTo(backup);
                var problems = BackupFiles.addAll(filesFolder(settings), snapshot.rows(), backup);
                BackupFolder.noteProblems(file, problems);
                var manifest = backup.end(rows, problems);
                return new Made(file, Files.size(file), about, manifest);
            } catch (IOException | RuntimeException failed) {
                BackupFolder.forgetProblems(file);
                throw failed;
            } finally {
                SpringApplication.getShutdownHandlers().remove(stop);
            }
        }
    }

    /** When a person ends the process: nothing half stays. */
    private void stop(BackupWriter backup, StoreSnapshot snapshot) {
        progress.cancel();
        try {
            backup.close();
        } catch (IOException left) {
            LOG.debug("A backup that was canceled is left", left);
        }
        snapshot.close();
    }

    private StoreSnapshot snapshot() throws IOException {
        return DatabaseFile.of(settings).isPresent()
                ? H2Snapshot.take(store, settings, progress)
                : MySqlSnapshot.take(settings);
    }

    private void refuseUnlessUsable(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BackupProblem("There is no folder %s: create it, or mount its disk.".formatted(folder));
        }
        var data = Path.of(settings.getRequiredProperty("plumbline.data-dir")).toAbsolutePath();
        if (Files.exists(data) && folder.toRealPath().startsWith(data.toRealPath())) {
            throw new BackupProblem(
                    "%s is in the folder of the store: name a folder on another disk.".formatted(folder));
        }
    }

    private Optional<String> notedHead() throws IOException {
        var named = settings.getProperty("plumbline.audit.head-file", "");
        try {
            return named.isBlank() ? Optional.empty() : Optional.of(Files.readString(Path.of(named)));
        } catch (NoSuchFileException noneYet) {
            return Optional.empty();
        }
    }

    /** Returns the folder of the files on records. */
    static Path filesFolder(Environment settings) {
        return Path.of(settings.getRequiredProperty("plumbline.files-dir")).toAbsolutePath();
    }

    private static String version() throws IOException {
        return PropertiesLoaderUtils.loadAllProperties("META-INF/build-info.properties")
                .getProperty("build.version", "unknown");
    }
}
