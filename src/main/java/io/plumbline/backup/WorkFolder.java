package io.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/** A folder in that of the data, for the owner alone, which goes with its contents at the end or when a person ends the command. */
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "unpacked-backup";

    private final Path path;
    private final Runnable clean;

    private WorkFolder(Path path) {
        this.path = path;
        this.clean = this::delete;
        SpringApplication.getShutdownHandlers().add(clean);
    }

    /**
     * Makes one.
     *
     * @throws BackupProblem if the folder of the data cannot be written
     */
    static WorkFolder create(Environment settings) throws BackupProblem {
        var data = Path.of(settings.getRequiredProperty("plumbline.data-dir")).toAbsolutePath();
        try {
            Files.createDirectories(data);
            return new WorkFolder(Files.createTempDirectory(data, PREFIX));
        } catch (IOException unwritable) {
            throw new BackupProblem(
                    "Plumbline cannot write to %s: choose another folder with PLUMBLINE_DATA_DIR.".formatted(data),
                    unwritable);
        }
    }

    /** Returns where it is. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        SpringApplication.getShutdownHandlers().remove(clean);
        delete();
    }

    private void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException stays) {
            LOG.warn("{} could not be deleted: delete it", path, stays);
        }
    }
}
