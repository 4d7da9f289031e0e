package io.plumbline.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces files of a store in one step that a power cut leaves done or not done, with the rights that they had. */
final class StoreFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private StoreFiles() {}

    /** Moves a file over another one in the same folder. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var folder = to.toAbsolutePath().getParent();
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException unknownToWindows) {
            LOG.debug("The folder {} could not be forced to the disk", folder, unknownToWindows);
        }
    }

    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives a file the rights of another one, and its owner where that is allowed. */
    static void keepRights(Path from, Path to) throws IOException {
        var rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights == null) {
            return;
        }
        var read = rights.readAttributes();
        Files.setPosixFilePermissions(to, read.permissions());
        if (!Files.getOwner(to).equals(read.owner())) {
            Files.setOwner(to, read.owner());
        }
    }
}
