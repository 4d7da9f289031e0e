package io.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The downtime sheets are opened with nothing but their folder and a key; what cannot be opened is said in a sentence. */
class SheetsCommandTest {
    private static final Instant MADE_AT = Instant.parse("2026-11-24T17:00:00Z");

    private final BackupKey key = BackupKey.generate();
    private final BackupKey recovery = BackupKey.generate();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    Path second;
    Path opened;

    @BeforeEach
    void twoSheets() throws IOException {
        second = Files.createDirectories(folder.resolve("second"));
        opened = folder.resolve("data").resolve("sheets");
        write("harbor", "Harbour Street", 1);
        write("mill", "Mill Lane", 2);
    }

    private void write(String code, String clinic, int pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.getDocumentInformation().setAuthor(clinic);
            document.getDocumentInformation().setTitle("Downtime sheet, made on Tue, Nov 24, 10:00 AM MST");
            document.save(bytes);
        }
        EncryptedFile.write(sheet(code), bytes.toByteArray(), List.of(key.recipient(), recovery.recipient()), MADE_AT);
    }

    private Path sheet(String code) {
        return second.resolve("sheets-" + code + ".pdf.age");
    }

    private boolean open(BackupKey by) throws BackupProblem {
        answer.reset();
        err.reset();
        return new SheetsCommand(opened, List.of(by), new PrintStream(answer), new PrintStream(err)).open(second);
    }

    @Test
    void eitherKeyOpensThemForTheOwnerAloneAndALineTellsOfEach() throws IOException {
        for (var by : List.of(key, recovery)) {
            assertThat(open(by)).isTrue();
            assertThat(answer.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "Harbour Street: Downtime sheet, made on Tue, Nov 24, 10:00 AM MST, 1 page, "
                                    + opened.resolve("sheets-harbor.pdf"),
                            "Mill Lane: Downtime sheet, made on Tue, Nov 24, 10:00 AM MST, 2 pages, "
                                    + opened.resolve("sheets-mill.pdf"),
                            "The sheets are not encrypted in " + opened
                                    + ": delete that folder when you no longer need them.");
            assertThat(err.size()).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.resolve("sheets-mill.pdf"))))
                .isEqualTo("rw-------");
    }

    @Test
    void withAnotherKeyNoneIsOpened() throws IOException {
        assertThat(open(BackupKey.generate())).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .isEqualTo(sheet("harbor")
                        + " has another key: set the backup key that the portal had, or enter its recovery key.");
        assertThat(answer.size()).isZero();
        assertThat(opened).doesNotExist();
    }

    @Test
    void oneThatWasCutOrAlteredIsNamedAndTheOthersAreOpened() throws IOException {
        var whole = Files.readAllBytes(sheet("harbor"));
        for (var share : new double[] {0, 0.1, 0.3, 0.9, 0.9999}) {
            var altered = whole.clone();
            altered[(int) (whole.length * share)] ^= 1;
            assertDamaged(altered);
            assertDamaged(Arrays.copyOf(whole, (int) (whole.length * share)));
        }
        assertDamaged(Arrays.copyOf(whole, whole.length + 1));
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        Files.write(sheet("harbor"), bytes);
        assertThat(open(key)).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith(sheet("harbor").toString());
        assertThat(opened.toFile().list()).containsExactly("sheets-mill.pdf");
    }

    @Test
    void aFolderWithoutSheetsOrThatIsAwayIsNamed() throws IOException {
        Files.delete(sheet("harbor"));
        Files.delete(sheet("mill"));
        assertThatThrownBy(() -> open(key)).hasMessage("There are no downtime sheets in " + second + ".");
        Files.delete(second);
        assertThatThrownBy(() -> open(key))
                .hasMessage("There is no folder " + second + ": mount its disk, or name another one.");
        assertThat(opened).doesNotExist();
    }
}
