package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.support.Paper;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every document is, whatever is in it: tagged, on a letterhead, with its fonts, and whole. */
@StoreTest
class DocumentRendererTest {
    @Autowired
    DocumentRenderer renderer;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void aDocumentIsTaggedAndSaysItsTitleAndLanguage() {
        var file = render(document(Facts.of("Visit", "Day", "Tuesday")));
        var isTagged = Paper.read(file, pdf -> {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Session note, Ana Vidal · P-7");
            assertThat(Objects.requireNonNull(catalog.getViewerPreferences()).displayDocTitle())
                    .isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getMetadata()).isNotNull();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.LETTER.getWidth());
            return Objects.requireNonNull(catalog.getMarkInfo()).isMarked();
        });
        assertThat(isTagged).isTrue();
    }

    @Test
    void everyFontIsInTheFile() {
        var file = render(document(Facts.of("Name", "Vietnamese", "Thảo Phạm", "Greek", "Γιάννης")));
        assertThat(Paper.of(file).text())
                .contains("Thảo Phạm")
                .contains("Γιάννης")
                .doesNotContain("stands for a letter");
        var fonts = Paper.read(file, pdf -> {
            var resources = pdf.getPage(0).getResources();
            var found = new ArrayList<PDFont>();
            for (COSName name : resources.getFontNames()) {
                found.add(font(resources, name));
            }
            return found.stream().map(PDFont::isEmbedded).toList();
        });
        assertThat(fonts).isNotEmpty().doesNotContain(false);
    }

    @Test
    void eachPageHasTheLetterheadThePersonAndItsNumber() {
        var rows = IntStream.rangeClosed(1, 90)
                .mapToObj(row -> List.of("Row " + row, "Massage"))
                .toList();
        var paper = Paper.of(render(document(new Table("Visits", List.of("Visit", "Treatment"), rows))));
        assertThat(paper.pages()).hasSizeGreaterThan(2);
        for (int page = 1; page <= paper.pages().size(); page++) {
            assertThat(paper.pages().get(page - 1))
                    .contains("west")
                    .contains("Ana Vidal · P-7")
                    .contains("Printed by manager, ")
                    .contains("MST")
                    // the head of the table is repeated
                    .contains("Visit Treatment")
                    .contains("Page %d of %d".formatted(page, paper.pages().size()));
        }
        assertThat(paper.pages().getLast()).contains("Row 90");
    }

    @Test
    void markupControlCharactersAndLongNamesAreOnlyText() {
        var name = "N".repeat(200);
        var strange = TestCare.STRANGE + "\u0000\u0007\uD83D <script>alert(1)</script> ${7*7} [[${7*7}]] &amp; ]]>";
        var paper = Paper.of(render(new PrintedDocument(
                group.west,
                strange,
                name,
                List.of(
                        Facts.of(strange, strange, strange + " the end"),
                        new PrintedDocument.Notice(strange, name),
                        new Table(strange, List.of(strange, "Second"), List.of(List.of(name, strange)))))));
        assertThat(paper.text())
                .contains("<b>\"O'Brien\"</b>")
                .contains("<script>alert(1)</script> ${7*7} [[${7*7}]] &amp; ]]>")
                .contains("the end")
                .contains("\u25A1 stands for a letter that this document cannot show")
                .doesNotContain("49");
        assertThat(paper.text().replaceAll("\\s", "")).contains(name);
        assertThat(paper.text()).contains("Page 1 of " + paper.pages().size());
    }

    private static PDFont font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PrintedDocument document(PrintedDocument.Part part) {
        return new PrintedDocument(group.west, "Session note", "Ana Vidal · P-7", List.of(part));
    }

    private byte[] render(PrintedDocument document) {
        return staff.as("manager", () -> renderer.render(document));
    }
}
