package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is not where it was is not taken for a new one. */
class DatabaseFileTest {
    @TempDir
    Path data;

    Path noted;
    DatabaseFile store;

    @BeforeEach
    void aFolder() throws IOException {
        noted = data.resolve("audit-real.head");
        store = new DatabaseFile(Files.createDirectory(data.resolve("real")).resolve("plumbline.mv.db"));
    }

    @Test
    void aNewStoreBeginsWhereThereWasNone() {
        assertThatCode(() -> store.refuseIfMissing(noted)).doesNotThrowAnyException();
        assertThatCode(() -> store.refuseIfMissing(Path.of("")))
                .as("no head is noted")
                .doesNotThrowAnyException();
    }

    @Test
    void aStoreThatIsThereIsUsed() throws IOException {
        Files.writeString(store.path(), "H:2");
        Files.writeString(noted, "1:0");
        assertThatCode(() -> store.refuseIfMissing(noted)).doesNotThrowAnyException();
    }

    @Test
    void aStoreThatIsMissingIsNotStartedOver() throws IOException {
        Files.writeString(noted, "1:0");
        Files.setLastModifiedTime(noted, FileTime.from(Instant.parse("2026-11-27T17:00:00.123Z")));
        assertThatThrownBy(() -> store.refuseIfMissing(noted))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("There was a store in " + data.resolve("real")
                                + " until 2026-11-27T17:00:00Z: bring its file plumbline.mv.db back, or delete "
                                + noted + " to start over."));
        Files.createFile(store.path());
        assertThatThrownBy(() -> store.refuseIfMissing(noted))
                .as("H2 would take an empty file for a new database")
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .startsWith("There was a store in"));
        assertThat(store.path()).isEmptyFile();
    }

    @Test
    void anEmptyFileIsNoNewStore() throws IOException {
        Files.createFile(store.path());
        assertThatThrownBy(() -> store.refuseIfMissing(noted))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .isEqualTo("The store " + store.path()
                                + " is empty: bring it back from a backup, or delete the file to start over."));
    }
}
