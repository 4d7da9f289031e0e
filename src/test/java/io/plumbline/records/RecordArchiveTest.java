package io.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.WorkFolders;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What somebody does with an archive who has nothing else of the portal: reads it, finds a page, and checks it. */
@StoreTest
class RecordArchiveTest {
    private static final ExportReason COPY = new ExportReason(ExportReason.Kind.PATIENT_COPY, "");

    @Autowired
    RecordExportService exports;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    WorkFolders folders;

    @Autowired
    RetriedTransaction transaction;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    /** A chapter as the viewer lists it. */
    private record Mark(String title, int page) {}

    @Test
    void everyFileInTheArchiveHasItsChecksumInTheManifestAndInTheSums() throws IOException {
        var patient = care.treated("Checked");
        care.signedNote(patient);
        var archive = archive(patient);
        var sums = new TreeMap<String, String>();
        text(archive, "SHA256SUMS").lines().forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        var hashes = new TreeMap<String, String>();
        archive.forEach((name, content) -> hashes.put(name, DigestUtils.sha256Hex(content)));
        hashes.remove("SHA256SUMS");
        assertThat(sums).isEqualTo(hashes);
        var listed = new TreeMap<String, String>();
        JsonMapper.shared()
                .readTree(archive.get("manifest.json"))
                .get("entries")
                .forEach(entry -> listed.put(
                        entry.get("name").asString(), entry.get("sha256").asString()));
        hashes.remove("manifest.json");
        assertThat(listed).isEqualTo(hashes);
        assertThat(text(archive, "README.txt"))
                .contains(
                        "Reason: The patient asked for a copy",
                        "shasum -a 256 -c SHA256SUMS",
                        "Get-FileHash record.pdf");
    }

    @Test
    void thePagesAreNumberedThroughoutAndTheContentsNameThePageOfEachChapter() throws IOException {
        var patient = care.treated("Paged");
        care.signIntake(patient, care.assessed("Stiff neck"));
        care.signedNote(patient);
        var file = Objects.requireNonNull(archive(patient).get("record.pdf"));
        var pages = Paper.of(file).pages();
        var marks = Paper.read(file, RecordArchiveTest::marks);
        assertThat(pages.getFirst()).contains("Contents", "Reason", "The patient asked for a copy", "Page i");
        assertThat(marks).extracting(Mark::title).anyMatch(title -> title.startsWith("Session notes"));
        var cover = marks.getFirst().page();
        assertThat(cover).as("after the cover").isPositive();
        for (var mark : marks) {
            var number = mark.page() - cover + 1;
            assertThat(pages.get(mark.page())).contains(mark.title().split(",")[0], "Page " + number);
            assertThat(pages.getFirst()).containsPattern(mark.title().split(",")[0] + ".* " + number + "\\b");
        }
        for (int page = cover; page < pages.size(); page++) {
            assertThat(pages.get(page)).contains("Page " + (page - cover + 1));
        }
        assertThat(Paper.<Boolean>read(file, pdf -> pdf.getDocumentCatalog().getStructureTreeRoot() != null))
                .as("tagged for screen readers")
                .isTrue();
    }

    @Test
    void aLargeRecordIsOneDocumentWithAllItsPages() throws IOException {
        var folder = folders.open(1);
        try {
            var whole = staff.as(
                    "therapist",
                    () -> joined(new RecordBook(folder, group.west, "Large · P-1", folders, renderer, transaction)));
            var pages = Paper.of(whole).pages();
            assertThat(pages).hasSize(15);
            for (int chapter = 1; chapter <= 14; chapter++) {
                assertThat(pages.get(chapter)).contains("Chapter " + chapter + " ", "Page " + chapter);
            }
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(folder.resolve("record.pdf"));
            }
        } finally {
            folders.delete(folder);
        }
    }

    private static byte[] joined(RecordBook book) {
        try {
            for (int chapter = 1; chapter <= 14; chapter++) {
                book.add("Chapter " + chapter, "", 1, List.of(Facts.of("Visit", "Number", String.valueOf(chapter))));
            }
            return Files.readAllBytes(book.join("Record of a patient", List.of()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Mark> marks(PDDocument pdf) {
        var marks = new ArrayList<Mark>();
        for (var item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            try {
                marks.add(new Mark(item.getTitle(), pdf.getPages().indexOf(item.findDestinationPage(pdf))));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return marks;
    }

    private Map<String, byte[]> archive(PatientId patient) throws IOException {
        var out = new ByteArrayOutputStream();
        care.asProven("therapist", () -> {
            try {
                exports.send(exports.prepare(exports.begin(patient, COPY), (done, all) -> {}, () -> false), out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(Objects.requireNonNull(archive.get(name)), StandardCharsets.UTF_8);
    }
}
