package io.plumbline.startup;

import io.plumbline.shared.Causes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces files of a store in one step that a power cut leaves done or not done, with the rights that they had. */
public final class StoreFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private static final Set<PosixFilePermission> OF_THE_GROUP = PosixFilePermissions.fromString("---rwx---");

    private StoreFiles() {}

    /** Moves a file over another one in the same folder. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var folder = to.toAbsolutePath().getParent();
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unknownToWindows) {
            LOG.debug("The folder {} could not be forced to the disk", folder, unknownToWindows);
        }
    }

    /** Forces a file to the disk. */
    public static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file the rights of another one, and its owner and group where that is allowed. */
    static void keepRights(Path from, Path to) throws IOException {
        var rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var given = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (rights == null || given == null) {
            return;
        }
        var read = rights.readAttributes();
        var permissions = EnumSet.copyOf(read.permissions());
        if (!keepsOwner(read, given)) {
            // the rights of the group were meant for another one
            permissions.removeAll(OF_THE_GROUP);
        }
        given.setPermissions(permissions);
    }

    /** Returns whether the file has the group of the other one. */
    private static boolean keepsOwner(PosixFileAttributes read, PosixFileAttributeView given) throws IOException {
        var now = given.readAttributes();
        try {
            if (!now.group().equals(read.group())) {
                given.setGroup(read.group());
            }
            if (!now.owner().equals(read.owner())) {
                given.setOwner(read.owner());
            }
        } catch (FileSystemException notAllowed) {
            LOG.debug("Owner or group of the store are not kept", notAllowed);
        }
        return given.readAttributes().group().equals(read.group());
    }

    /** Returns whether a failure comes from a disk without room, as the operating systems say it. */
    public static boolean isDiskFull(Throwable failure) {
        return Causes.of(failure)
                .filter(IOException.class::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(words -> words.contains("No space left on device")
                        || words.contains("not enough space on the disk")
                        || words.contains("Disk quota exceeded"));
    }
}
