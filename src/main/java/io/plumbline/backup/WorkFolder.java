package io.plumbline.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A folder for the owner alone, which goes with its contents at the end or when a person ends the command. One that a killed
 * command left goes when the next is made.
 */
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "unpacked-backup";

    private static final String IN_USE = "in-use.lock";

    private final Path path;
    private final FileChannel lock;
    private final Runnable clean;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
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
            deleteLeft(beside);
            var made = Files.createTempDirectory(beside, PREFIX);
            var lock = FileChannel.open(made.resolve(IN_USE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new WorkFolder(made, lock);
        } catch (IOException unwritable) {
            throw new BackupProblem(
                    "Plumbline cannot write to %s: choose another folder with PLUMBLINE_DATA_DIR.".formatted(beside),
                    unwritable);
        }
    }

    private static void deleteLeft(Path beside) throws IOException {
        try (var left = Files.newDirectoryStream(beside, PREFIX + "*")) {
            for (var one : left) {
                deleteUnlessLocked(one);
            }
        }
    }

    private static void deleteUnlessLocked(Path left) throws IOException {
        try (var channel = FileChannel.open(left.resolve(IN_USE), StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                FileSystemUtils.deleteRecursively(left);
            }
        } catch (NoSuchFileException beingMade) {
            LOG.debug("{} stays: it is being made, or of an earlier release", left, beingMade);
        } catch (OverlappingFileLockException inUse) {
            LOG.debug("{} stays: it is in use", left, inUse);
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
            lock.close();
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException stays) {
            LOG.warn("{} could not be deleted: delete it", path, stays);
        }
    }
}
