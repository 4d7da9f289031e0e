package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import io.plumbline.shared.ids.Ids;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks that a process uses the folder of a store, by a locked file. H2's own lock is on the file of the store, so it says
 * nothing once another store is unpacked over it; this file has a name of its own, which no backup has that was made while
 * another process ran. Of two processes that begin at once, the one whose name was made first stays.
 */
final class RunningMark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningMark.class);
    private static final String PREFIX = "running-";

    private final Path file;
    private final FileChannel locked;

    private RunningMark(Path file, FileChannel locked) {
        this.file = file;
        this.locked = locked;
    }

    /**
     * Marks the folder. Marks of processes that were killed are deleted.
     *
     * @param inUse what to say if another process uses the folder
     * @throws StartRefused if another process uses the folder, or it cannot be written
     */
    static RunningMark set(Path folder, String inUse) {
        try {
            var own = created(folder);
            try {
                refuseBeside(folder, own, inUse);
                return own;
            } catch (IOException | StartRefused refused) {
                own.close();
                throw refused;
            }
        } catch (IOException unwritable) {
            throw new StartRefused("Plumbline cannot write to %s: %s".formatted(folder, DatabaseFile.ANOTHER_FOLDER));
        }
    }

    private static RunningMark created(Path folder) throws IOException {
        while (true) {
            var file = folder.resolve(PREFIX + Ids.next());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            // before it was locked, another start may have taken it for one that a killed process left
            if (Files.exists(file)) {
                return new RunningMark(file, channel);
            }
            channel.close();
        }
    }

    private static void refuseBeside(Path folder, RunningMark own, String inUse) throws IOException {
        try (var marks = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var mark : marks) {
                var order = mark.getFileName().compareTo(own.file.getFileName());
                if (order != 0 && isLeft(mark)) {
                    Files.deleteIfExists(mark);
                } else if (order < 0) {
                    throw new StartRefused(inUse);
                }
            }
        }
    }

    private static boolean isLeft(Path mark) throws IOException {
        try (var channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        } catch (NoSuchFileException deletedByItsProcess) {
            return true;
        }
    }

    /** Releases the folder. */
    @Override
    public void close() {
        try {
            // while it is locked, so that nobody takes it for another's
            Files.deleteIfExists(file);
            locked.close();
        } catch (IOException left) {
            // it is locked no more, and the next start deletes it
            LOG.debug("{} is left", file, left);
        }
    }
}
