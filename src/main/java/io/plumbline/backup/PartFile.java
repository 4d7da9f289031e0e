package io.plumbline.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that has its name only once all of it is on the disk. Until then it has the ending {@code .part}, and it is deleted
 * if it is not ended.
 */
final class PartFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PartFile.class);
    /** The ending of a file that is not whole yet. */
    static final String PART = ".part";

    private final Path file;
    private final Path part;
    private final FileChannel disk;
    private boolean isEnded;

    private PartFile(Path file, Path part, FileChannel disk) {
        this.file = file;
        this.part = part;
        this.disk = disk;
    }

    /**
     * Begins a file.
     *
     * @throws BackupProblem if another process writes it
     * @throws IOException if it cannot be written
     */
    static PartFile begin(Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + PART);
        try {
            var disk = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock(disk);
            return new PartFile(file, part, disk);
        } catch (FileAlreadyExistsException another) {
            throw new BackupProblem(
                    "Another backup is writing %s: wait for it, or delete the file if none is.".formatted(part),
                    another);
        }
    }

    /** Tells it from one that a killed process left; not each network disk can. */
    private static void lock(FileChannel part) {
        try {
            part.lock();
        } catch (IOException withoutLocks) {
            LOG.debug("The disk of the backups knows no locks", withoutLocks);
        }
    }

    /** Deletes what was left by processes that were killed. */
    static void deleteLeft(Path folder) throws IOException {
        try (var left = Files.newDirectoryStream(folder, "*.zip.age" + PART)) {
            for (var one : left) {
                deleteUnlessLocked(one);
            }
        }
    }

    private static void deleteUnlessLocked(Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(part);
            }
        } catch (OverlappingFileLockException | IOException inUse) {
            LOG.debug("{} stays: it is being written, or its disk knows no locks", part, inUse);
        }
    }

    /** Returns where to write. Who writes may close it. */
    FileChannel disk() {
        return disk;
    }

    /** Ends the file: from now on it has its name. */
    void end() throws IOException {
        disk.close();
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        isEnded = true;
    }

    /** Deletes what is written, unless the file was ended. */
    @Override
    public void close() throws IOException {
        if (!isEnded) {
            disk.close();
            Files.deleteIfExists(part);
        }
    }
}
