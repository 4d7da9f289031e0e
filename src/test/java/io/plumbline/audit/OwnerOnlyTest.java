package io.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is its owner's alone, on the file systems of Linux, macOS and Windows. */
class OwnerOnlyTest {
    private static final List<Configuration> SYSTEMS = List.of(
            Configuration.unix().toBuilder()
                    .setAttributeViews("basic", "owner", "posix", "unix")
                    .build(),
            windows());

    /** As one on which everybody may read what a folder hands down. */
    private static Configuration windows() {
        return Configuration.windows().toBuilder()
                .setAttributeViews("basic", "owner", "dos", "acl")
                .build();
    }

    @Test
    void onPosixOnlyTheOwnerMayReadAndWrite() throws IOException {
        try (var system = Jimfs.newFileSystem(SYSTEMS.getFirst())) {
            var file = written(system.getPath("/data/audit.key"), "key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void onWindowsTheAccessListContainsOnlyTheOwner() throws IOException {
        try (var system = Jimfs.newFileSystem(windows())) {
            var file = written(system.getPath("C:\\data\\audit.key"), "key");
            assertThat(Files.getFileAttributeView(file, AclFileAttributeView.class)
                            .getAcl())
                    .containsExactly(AclEntry.newBuilder()
                            .setType(AclEntryType.ALLOW)
                            .setPrincipal(Files.getOwner(file))
                            .setPermissions(AclEntryPermission.values())
                            .build());
        }
    }

    /** Such as a stick: the start goes on, and the log says so. */
    @Test
    void aFileSystemWithoutPermissionsStillAcceptsTheFile() throws IOException {
        var plain =
                Configuration.windows().toBuilder().setAttributeViews("basic").build();
        try (var system = Jimfs.newFileSystem(plain)) {
            written(system.getPath("C:\\data\\audit.key"), "key");
        }
    }

    static Stream<Configuration> systems() {
        return SYSTEMS.stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void anExistingFileIsReplacedWithoutLeavingTemporaryFiles(Configuration configuration) throws IOException {
        try (var system = Jimfs.newFileSystem(configuration)) {
            var folder = system.getRootDirectories().iterator().next().resolve("data");
            written(folder.resolve("audit.head"), "1");
            written(folder.resolve("audit.head"), "2");
            var there = new ArrayList<Path>();
            try (var files = Files.list(folder)) {
                files.map(Path::getFileName).forEach(there::add);
            }
            assertThat(there).extracting(Path::toString).containsExactly("audit.head");
        }
    }

    private static Path written(Path file, String text) throws IOException {
        OwnerOnly.write(file, text);
        assertThat(Files.readString(file)).isEqualTo(text);
        return file;
    }
}
