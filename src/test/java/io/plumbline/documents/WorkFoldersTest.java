package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a large file is put together, nobody else reads it, and nothing stays there. */
class WorkFoldersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    Path files;

    @Test
    void nobodyButTheOwnerReadsWhatIsInAFolder() throws IOException {
        var folders = folders();
        var folder = folders.open(1);
        write(folders, folder.resolve("record.zip"));
        try (var all = Files.walk(files.resolve("work"))) {
            assertThat(all.toList()).hasSize(3).allSatisfy(path -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
        folders.delete(folder);
        folders.delete(folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftGoesAfterTwoHours() throws IOException {
        var folders = folders();
        folders.deleteLeft();
        var left = folders.open(1);
        var used = folders.open(1);
        for (var folder : new Path[] {left, used}) {
            write(folders, folder.resolve("record.zip"));
            writtenAt(folder, NOW.minusSeconds(7300));
            writtenAt(folder.resolve("record.zip"), NOW.minusSeconds(7300));
        }
        writtenAt(used.resolve("record.zip"), NOW.minusSeconds(7100));
        folders.deleteLeft();
        assertThat(left).doesNotExist();
        assertThat(used.resolve("record.zip")).exists();
    }

    @Test
    void aFileForWhichTheDiskHasNoRoomIsNotBegun() throws IOException {
        assertThatThrownBy(() -> folders().open(Long.MAX_VALUE))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The disk of the portal has too little room");
        try (var left = Files.list(files.resolve("work"))) {
            assertThat(left).isEmpty();
        }
    }

    private static void write(WorkFolders folders, Path file) throws IOException {
        try (var out = folders.create(file)) {
            out.write(1);
        }
    }

    private static void writtenAt(Path file, Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private WorkFolders folders() {
        return new WorkFolders(files, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
