package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files lie where nobody else reads them, under names that say nothing, whole or not at all. */
class FileStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aFileIsReceivedKeptAndReadAgain() throws IOException {
        var store = store(NOW);
        var received = store.receive(content("abc"), 3);
        assertThat(received.bytes()).isEqualTo(3);
        assertThat(received.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(received.storedAs()).matches("[0-9a-f]{32}");
        assertThat(store.hash(received.storedAs())).as("not kept yet").isEmpty();
        store.keep(received);
        store.keep(received);
        store.discard(received);
        assertThat(store.hash(received.storedAs())).contains(received.sha256());
        try (var kept = store.open(received.storedAs())) {
            assertThat(kept.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest(name = "{0} MB, of which {1} are free: {2}")
    @CsvSource(textBlock = """
        500000, 1024, true
        500000, 1023, false
        10000,   500, true
        10000,   499, false
        500000,    0, false
        """)
    void noUploadIsTakenOnADiskThatIsNearlyFull(long all, long free, boolean isTaken) throws IOException {
        var disk = new SmallDisk(all, free);
        if (isTaken) {
            FileStore.requireFreeSpace(disk);
        } else {
            assertThatThrownBy(() -> FileStore.requireFreeSpace(disk))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("nearly full");
        }
    }

    @Test
    void nobodyButTheOwnerReadsThem() throws IOException {
        var store = store(NOW);
        store.keep(store.receive(content("kept"), 10));
        store.receive(content("waits"), 10);
        try (var all = Files.walk(folder.resolve("files"))) {
            assertThat(all.toList()).hasSizeGreaterThan(4).allSatisfy(path -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    @Test
    void anEmptyATooLargeAndAHalfFileLeaveNothing() throws IOException {
        var store = store(NOW);
        assertThatThrownBy(() -> store.receive(content(""), 10))
                .isInstanceOf(Refused.class)
                .hasMessage("This file is empty");
        assertThatThrownBy(() -> store.receive(content("x".repeat(2 * 1024 * 1024 + 1)), 2 * 1024 * 1024))
                .isInstanceOf(Refused.class)
                .hasMessage("This file is larger than 2 MB");
        var cancelled = new SequenceInputStream(content("the first half"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The browser went away");
            }
        });
        assertThatIOException().isThrownBy(() -> store.receive(cancelled, 100));
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsAlteredOrMissingIsNoticed() throws IOException {
        var store = store(NOW);
        var received = store.receive(content("true"), 10);
        store.keep(received);
        var kept = files().getFirst();
        Files.writeString(kept, "false");
        assertThat(store.hash(received.storedAs())).isPresent().get().isNotEqualTo(received.sha256());
        Files.delete(kept);
        assertThat(store.hash(received.storedAs())).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsNoMissingFile() {
        assertThatThrownBy(() -> store(NOW).hash("0".repeat(32)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The file store cannot be reached");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInWords() throws IOException {
        Files.writeString(folder.resolve("files"), "a file where the folder should be");
        assertThatThrownBy(() -> store(NOW).receive(content("abc"), 10))
                .isInstanceOf(Refused.class)
                .hasMessage("The file store cannot be reached. Nothing was saved; try again in a moment");
    }

    @Test
    void whatWasReceivedAndNeverKeptGoesOnTheSecondDayAfter() throws IOException {
        var waits = store(NOW).receive(content("waits"), 10);
        var kept = store(NOW).receive(content("kept"), 10);
        store(NOW).keep(kept);
        store(NOW.plus(Duration.ofDays(1))).receive(content("next day"), 10);
        assertThat(waits.received()).exists();
        var later = store(NOW.plus(Duration.ofDays(2)));
        later.receive(content("day after"), 10);
        assertThat(waits.received()).doesNotExist();
        assertThat(later.hash(kept.storedAs())).isPresent();
        assertThatThrownBy(() -> later.keep(waits))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This file was not saved in time");
    }

    @Test
    void aNameIsNeverAPath() {
        assertThatThrownBy(() -> store(NOW).open("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private FileStore store(Instant now) {
        return new FileStore(folder.resolve("files"), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
