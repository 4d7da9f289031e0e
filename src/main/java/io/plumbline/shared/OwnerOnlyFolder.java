package io.plumbline.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A folder that only its owner can open, with files that only its owner can read. */
public final class OwnerOnlyFolder {
    private static final String FOLDER_PERMISSIONS = "rwx------";
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FOLDER_PERMISSIONS));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnlyFolder() {}

    /**
     * Creates the folder, and those above it that do not exist. Leaves an existing folder as it is.
     *
     * @throws IOException if it cannot be created
     */
    public static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (isPosix(folder)) {
            Files.createDirectories(folder, FOLDER);
            return;
        }
        Files.createDirectories(folder);
        var acl = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        if (acl != null) {
            // what the folder above hands down would let others in: this list replaces it, and is handed down
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build()));
        }
    }

    /**
     * Opens a new file for writing.
     *
     * @throws IOException if it is there already, or cannot be created
     */
    public static FileChannel newFile(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return isPosix(file) ? FileChannel.open(file, options, FILE) : FileChannel.open(file, options);
    }

    /**
     * Takes away what others may do with an existing folder, where files have such permissions.
     *
     * @throws IOException if its permissions cannot be changed
     */
    public static void restrict(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_PERMISSIONS));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
