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
 * another process ran. Processes that start at once look one after the other.
 */
public final class RunningMark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningMark.class);
    private static final String PREFIX = "running-";

    /** A file that is locked only while a process looks for marks and sets its own. */
    private static final String TURN = "starting.lock";

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
    public static synchronized RunningMark set(Path folder, String inUse) {
        try (var turn = FileChannel.open(folder.resolve(TURN), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var mine = turn.lock()) {
            LOG.debug("No other process starts in {} while this one looks: {}", folder, mine);
            refuseIfMarked(folder, inUse);
            var file = folder.resolve(PREFIX + Ids.next());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            return new RunningMark(file, channel);
        } catch (IOException unwritable) {
            throw new StartRefused("Plumbline cannot write to %s: %s".formatted(folder, DatabaseFile.ANOTHER_FOLDER));
        }
    }

    private static void refuseIfMarked(Path folder, String inUse) throws IOException {
        try (var marks = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var mark : marks) {
                if (!deleteIfLeft(mark)) {
                    throw new StartRefused(inUse);
                }
            }
        }
    }

    private static boolean deleteIfLeft(Path mark) throws IOException {
        try (var channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(mark);
            }
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
