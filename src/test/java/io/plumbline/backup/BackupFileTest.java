package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A backup has what was put into it, tells nobody without its key, and is refused if a byte of it is another. */
class BackupFileTest {
    private static final Instant MADE_AT = Instant.parse("2026-11-24T17:00:00Z");
    private static final BackupAbout ABOUT = about(BackupAbout.FORMAT, "0.3.0");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    BackupKey key;
    Path file;
    byte[] store = new byte[300_000];

    @BeforeEach
    void aBackup() throws IOException {
        key = BackupKey.generate();
        file = folder.resolve("clinic.backup");
        new Random(1).nextBytes(store);
        try (var backup = BackupWriter.begin(file, ABOUT, setup())) {
            backup.add("store/plumbline.mv.db", to -> to.write(store));
            backup.add("files/x-ray.png", to -> to.write("Wilhelmina Oakenshield".getBytes(StandardCharsets.UTF_8)));
            backup.end(Map.of("patient", 60L), List.of());
        }
    }

    @Test
    void itHasWhatWasPutIntoIt() throws IOException {
        assertThat(folder.toFile().list()).containsExactly("clinic.backup");
        var parts = new LinkedHashMap<String, byte[]>();
        try (var backup = BackupReader.open(file, List.of(key), JSON)) {
            assertThat(backup.about()).isEqualTo(ABOUT);
            var manifest = backup.read((name, bytes) -> parts.put(name, bytes.readAllBytes()));
            assertThat(manifest.rows()).containsEntry("patient", 60L);
            assertThat(manifest.parts())
                    .extracting(BackupManifest.Part::name)
                    .containsExactly("about.json", "store/plumbline.mv.db", "files/x-ray.png");
        }
        assertThat(parts.get("store/plumbline.mv.db")).isEqualTo(store);
        assertThat(parts.get("files/x-ray.png"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Wilhelmina Oakenshield");
    }

    @Test
    void whoDoesNotReadAPartHasItComparedNevertheless() throws IOException {
        try (var backup = BackupReader.open(file, List.of(key), JSON)) {
            assertThat(backup.read((name, bytes) -> bytes.read()).parts()).hasSize(3);
        }
    }

    @Test
    void withoutItsKeyItTellsNothing() throws IOException {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1")
                .doesNotContain("Wilhelmina", "store/", "about.json");
        assertThatThrownBy(() -> BackupReader.open(file, List.of(BackupKey.generate()), JSON))
                .isInstanceOf(BackupProblem.class)
                .hasMessage("The backup " + file
                        + " has another key: set the backup key that made it, or enter its recovery key.");
    }

    /** Shares of the file. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.001, 0.3, 0.9, 0.9999})
    void aBackupOfWhichAByteIsAnotherIsRefused(double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[(int) (bytes.length * share)] ^= 1;
        Files.write(file, bytes);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.3, 0.9, 0.9999})
    void aBackupThatWasCutIsRefused(double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        assertRefused();
    }

    @Test
    void aBackupWithSomethingBehindItIsRefused() throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused();
    }

    @Test
    void aBackupThatIsCanceledLeavesNothing() throws IOException {
        var progress = new BackupProgress(line -> {});
        var setup = new BackupWriter.Setup(List.of(key.recipient()), JSON, progress);
        assertThatThrownBy(() -> {
                    try (var backup = BackupWriter.begin(folder.resolve("other.backup"), ABOUT, setup)) {
                        progress.cancel();
                        backup.add("store", to -> to.write(store));
                    }
                })
                .isInstanceOf(BackupProblem.class)
                .hasMessage("The backup was canceled.");
        assertThat(folder.toFile().list()).containsExactly("clinic.backup");
    }

    @Test
    void whatAKilledBackupLeftIsDeleted() throws IOException {
        Files.writeString(folder.resolve("plumbline-1.zip.age.part"), "half");
        try (var backup = BackupWriter.begin(folder.resolve("plumbline-2.zip.age"), ABOUT, setup())) {
            PartFile.deleteLeft(folder);
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("clinic.backup", "plumbline-2.zip.age.part");
            backup.end(Map.of(), List.of());
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("clinic.backup", "plumbline-2.zip.age");
    }

    @Test
    void aTargetThatIsGoneOrReadOnlyIsNamed() throws IOException {
        var gone = folder.resolve("gone").resolve("clinic.backup");
        assertThatThrownBy(() -> BackupWriter.begin(gone, ABOUT, setup()))
                .isInstanceOf(BackupProblem.class)
                .hasMessage("The backup " + gone + " cannot be written: the folder is not there.");
    }

    @Test
    void aBackupOfANewerPortalIsRefused() throws IOException {
        var newer = folder.resolve("newer.backup");
        var about = about(BackupAbout.FORMAT + 1, "9.0.0");
        try (var backup = BackupWriter.begin(newer, about, setup())) {
            backup.end(Map.of(), List.of());
        }
        assertThatThrownBy(() -> BackupReader.open(newer, List.of(key), JSON))
                .hasMessage("The backup " + newer + " was made by the newer Plumbline 9.0.0: use that one.");
    }

    @Test
    void aBackupThatDoesNotEndLeavesNothing() throws IOException {
        var other = folder.resolve("other.backup");
        try (var backup = BackupWriter.begin(other, ABOUT, setup())) {
            backup.add("store", to -> to.write(store));
            assertThatThrownBy(() -> BackupWriter.begin(other, ABOUT, setup()))
                    .hasMessageStartingWith("Another backup is writing " + other + ".part");
        }
        assertThat(folder.toFile().list()).containsExactly("clinic.backup");
        assertThatThrownBy(() -> BackupWriter.begin(file, ABOUT, setup()))
                .hasMessage(file + " is there already: name another file.");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> {
                    try (var backup = BackupReader.open(file, List.of(key), JSON)) {
                        backup.read((name, bytes) -> {});
                    }
                })
                .isInstanceOf(BackupProblem.class)
                .hasMessageContaining(file.toString());
    }

    private BackupWriter.Setup setup() {
        return new BackupWriter.Setup(List.of(key.recipient()), JSON, new BackupProgress(line -> {}));
    }

    private static BackupAbout about(int format, String portal) {
        var contents = new StoreFigures("139", "REAL", MADE_AT, "Harbour Street", MADE_AT, 60, 300, 5_000);
        return new BackupAbout(format, portal, MADE_AT, BackupAbout.Database.H2, false, contents);
    }
}
