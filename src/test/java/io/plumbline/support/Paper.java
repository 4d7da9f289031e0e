package io.plumbline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as somebody reads it who holds it printed: the text of each page. */
public record Paper(byte[] file, List<String> pages) {
    /** Reads a PDF back. */
    public static Paper of(byte[] file) {
        return read(file, document -> new Paper(file, pagesOf(document)));
    }

    /** What else a PDF says of itself. */
    public static <T> T read(byte[] file, Function<PDDocument, T> question) {
        try (var document = Loader.loadPDF(file)) {
            return question.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages, words apart by one space. */
    public String text() {
        return String.join(" ", pages);
    }

    private static List<String> pagesOf(PDDocument document) {
        try {
            var pages = new ArrayList<String>();
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                pages.add(reader.getText(document).replaceAll("\\s+", " "));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
