package io.plumbline.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.StartRefused;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leftover copies of a store are named with what they are, and deleted only after a yes. */
class StoreCopiesTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-27T17:00:00.123Z");

    @TempDir
    Path data;

    DatabaseFile store;
    StoreCopies copies;

    @BeforeEach
    void aStore() throws IOException {
        store = new DatabaseFile(Files.createDirectory(data.resolve("real")).resolve("plumbline.mv.db"));
        Files.writeString(store.path(), "H:2");
        copies = new StoreCopies(store);
    }

    @Test
    void eachCopyIsNamedWithItsDayItsSizeAndWhetherItIsEncrypted() throws IOException {
        var decrypted = Files.createDirectory(beside("encrypting1"));
        written(decrypted.resolve("plumbline.mv.db"), "H:2, plain");
        var encrypted = Files.createDirectory(beside("encrypting2"));
        written(encrypted.resolve("plumbline.mv.db"), "H2encrypt\n, not plain");
        var interrupted = written(beside("plumbline.mv.db.interrupted-1"), "H:2");
        var kept = zipped("plumbline.mv.db.kept-2.zip", "H:2");
        assertThat(answered("no"))
                .containsExactly(
                        decrypted + ", of 2026-11-27T17:00:00Z, 10 bytes, not encrypted",
                        encrypted + ", of 2026-11-27T17:00:00Z, 21 bytes",
                        interrupted + ", of 2026-11-27T17:00:00Z, 3 bytes, not encrypted",
                        kept + ", of 2026-11-27T17:00:00Z, " + Files.size(kept)
                                + " bytes, not encrypted, what the portal had saved when its file was taken away",
                        "Type yes to delete these copies of the store:",
                        "Nothing was deleted.");
        assertThat(copies.plain()).containsExactly(decrypted, interrupted, kept);
        assertThat(decrypted).exists();
    }

    @Test
    void theyAreDeletedAfterAYesAndTheStoreStays() throws IOException {
        written(Files.createDirectory(beside("encrypting1")).resolve("plumbline.mv.db"), "H:2");
        zipped("plumbline.mv.db.kept-2.zip", "H:2");
        assertThat(answered("yes")).endsWith("Deleted.");
        assertThat(store.folder().toFile().list()).containsExactly("plumbline.mv.db");
        assertThat(answered("yes")).containsExactly("There is no copy of the store in " + store.folder() + ".");
    }

    @Test
    void whatARestoreReplacedInTheDataFolderGoesWithTheStoreThatItReplaced() throws IOException {
        var files =
                Files.createDirectories(data.resolve("files.before-restore-1").resolve("ab"));
        written(files.resolve("ab1"), "an x-ray");
        Files.setLastModifiedTime(files.getParent(), FileTime.from(WRITTEN));
        var key = written(data.resolve("audit.key.before-restore-1"), "a key");
        assertThat(answered("yes"))
                .containsExactly(
                        key + ", of 2026-11-27T17:00:00Z, 5 bytes",
                        files.getParent() + ", of 2026-11-27T17:00:00Z, a folder",
                        "Type yes to delete these copies of the store:",
                        "Deleted.");
        assertThat(data.toFile().list()).containsExactly("real");
    }

    @Test
    void aStoreThatIsMissingIsLookedForInWhatThePortalSavedLast() throws IOException {
        Files.delete(store.path());
        var noted = Files.writeString(data.resolve("audit-real.head"), "1:0");
        zipped("plumbline.mv.db.kept-1.zip", "H:2");
        var last = zipped("plumbline.mv.db.kept-2.zip", "H:2");
        assertThatThrownBy(() -> store.refuseIfMissing(noted))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence())
                        .contains("bring its file plumbline.mv.db back from the zip file " + last
                                + ", to which the portal saved it last, or delete " + noted));
    }

    private Path beside(String name) {
        return store.folder().resolve(name);
    }

    private static Path written(Path file, String bytes) throws IOException {
        Files.writeString(file, bytes);
        return Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private Path zipped(String name, String bytes) throws IOException {
        var file = beside(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("plumbline.mv.db"));
            zip.write(bytes.getBytes(StandardCharsets.UTF_8));
        }
        return Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    private String[] answered(String said) {
        var answer = new ByteArrayOutputStream();
        copies.delete(
                new BufferedReader(new StringReader(said + "\n")),
                new PrintStream(answer, true, StandardCharsets.UTF_8));
        return answer.toString(StandardCharsets.UTF_8).split("\n");
    }
}
