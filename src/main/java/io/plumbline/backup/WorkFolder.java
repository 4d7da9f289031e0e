package io.plumbline.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** A folder for the owner alone, which goes with its contents at the end or when a person ends the command. */
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
     * @param beside the folder that it is in
     * @throws BackupProblem if that cannot be written
     */
    static WorkFolder create(Path beside) throws BackupProblem {
        try {
            Files.createDirectories(beside);
            return new WorkFolder(Files.createTempDirectory(beside, PREFIX));
        } catch (IOException unwritable) {
            throw new BackupProblem(
                    "Plumbline cannot write to %s: choose another folder with PLUMBLINE_DATA_DIR.".formatted(beside),
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
