package io.plumbline.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a small file that only its owner can read. */
public final class OwnerOnly {
    private static final Logger log = LoggerFactory.getLogger(OwnerOnly.class);

    private OwnerOnly() {}

    /**
     * Writes a temporary file and moves it, so that a reader, or a startup that is interrupted, never sees a partial
     * file. The rights are set while the temporary file is empty.
     */
    public static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var beside = Files.createTempFile(folder, "audit", ".new");
        try {
            restrict(beside, file);
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** By what the file system of the data folder knows: POSIX permissions, or the access list of Windows. */
    private static void restrict(Path empty, Path file) throws IOException {
        var posix = Files.getFileAttributeView(empty, PosixFileAttributeView.class);
        var acl = Files.getFileAttributeView(empty, AclFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } else if (acl != null) {
            // what the folder hands down would let others in: this list replaces it
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        } else {
            log.warn("The file system of {} knows no rights: whoever reaches the file can read it.", file);
        }
    }
}
