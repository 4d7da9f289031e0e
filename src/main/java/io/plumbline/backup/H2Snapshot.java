package io.plumbline.backup;

import io.plumbline.shared.store.OpenStoreCopy;
import io.plumbline.startup.DatabaseFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A copy of the H2 store that this process has open. The copy lies beside the store and is opened, so what cannot be opened
 * never becomes a backup; it is encrypted if the store is.
 */
final class H2Snapshot implements StoreSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger(H2Snapshot.class);

    /** Folders of copies. One that a killed process left goes with the next backup. */
    private static final String FOLDER = "backup-copy";

    private final Path folder;
    private final Path file;
    private final Connection open;

    private H2Snapshot(Path folder, Path file, Connection open) {
        this.folder = folder;
        this.file = file;
        this.open = open;
    }

    /**
     * Copies the store.
     *
     * @param store open in this process
     * @param settings of that store
     * @throws BackupProblem if there is no room for it beside the store, or it cannot be read
     */
    static H2Snapshot take(DataSource store, Environment settings, BackupProgress progress) throws IOException {
        var original = DatabaseFile.of(settings).orElseThrow();
        deleteLeft(original.folder());
        var room = Files.getFileStore(original.folder()).getUsableSpace();
        if (room < original.size()) {
            throw new BackupProblem("There is no room for a copy of the store in %s: make room, and try again."
                    .formatted(original.folder()));
        }
        progress.begin("Copying the store");
        var folder = Files.createTempDirectory(original.folder(), FOLDER);
        try {
            var file = folder.resolve(original.path().getFileName());
            try (var connection = store.getConnection();
                    var copy = new Watched(Files.newOutputStream(file), progress)) {
                OpenStoreCopy.write(connection, copy);
            }
            return new H2Snapshot(folder, file, H2Files.open(file, settings));
        } catch (SQLException | IOException failed) {
            delete(folder);
            throw failed instanceof BackupProblem said
                    ? said
                    : new BackupProblem(
                            "The store in %s cannot be copied: %s".formatted(original.folder(), failed.getMessage()),
                            failed);
        }
    }

    private static void deleteLeft(Path beside) throws IOException {
        try (var left = Files.newDirectoryStream(beside, FOLDER + "*")) {
            left.forEach(H2Snapshot::delete);
        }
    }

    @Override
    public BackupAbout.Database database() {
        return BackupAbout.Database.H2;
    }

    @Override
    public JdbcClient rows() {
        return JdbcClient.create(new SingleConnectionDataSource(open, true));
    }

    @Override
    public Map<String, Long> writeTo(BackupWriter backup) throws IOException {
        var rows = StoreTables.rows(rows());
        backup.add(PARTS + file.getFileName(), to -> Files.copy(file, to));
        return rows;
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (SQLException alreadyGone) {
            LOG.debug("The copy of the store did not close", alreadyGone);
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            LOG.warn("{} could not be deleted; the next backup tries again", folder, stays);
        }
    }

    /** Ends a copy that was canceled. */
    private static final class Watched extends FilterOutputStream {
        private final BackupProgress progress;

        Watched(OutputStream to, BackupProgress progress) {
            super(to);
            this.progress = progress;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            progress.add(length);
            out.write(some, from, length);
        }
    }
}
