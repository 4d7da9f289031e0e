package io.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Cases 04 and 05 of the public reports: no mirrored word, and no mark beside its letter. */
class RightToLeftTest {
    @Test
    void aHebrewNameBeginsAtTheRight() throws IOException {
        var at = drawn("\u05E9\u05E8\u05D4");
        assertThat(at.get("\u05E9")).isGreaterThan(at.get("\u05E8"));
        assertThat(at.get("\u05E8")).isGreaterThan(at.get("\u05D4"));
    }

    @Test
    void withinALineOfEnglishOnlyTheNameTurns() throws IOException {
        var at = drawn("A \u05E9\u05D4 Z");
        assertThat(at.entrySet().stream()
                        .filter(letter -> !letter.getKey().isBlank())
                        .sorted(Comparator.comparing(letter -> letter.getValue()))
                        .map(letter -> letter.getKey()))
                .containsExactly("A", "\u05D4", "\u05E9", "Z");
    }

    @Test
    void marksStayWithTheirLetterAndBracketsTurn() {
        var turned = new RightToLeft();
        assertThat(turned.reorderRTLTextToLTR("\u05E9\u05C1(\u05D4)")).isEqualTo("(\u05D4)\u05E9\u05C1");
        assertThat(turned.shapeText("\u05E9")).isEqualTo("\u05E9");
    }

    @Test
    void whatNoFontHasIsNamed() {
        var fonts = new DocumentFonts();
        assertThat(fonts.missing("Ana \u05E9\u05E8\u05D4 Ph\u1EA1m")).isEmpty();
        assertThat(fonts.missing("\u0644\u064A\u0644\u0649 \u674E\u5A1C")).isEqualTo("Arabic, Han");
        assertThat(fonts.replaceMissing("\u674E")).isEqualTo(DocumentFonts.MISSING);
    }

    private static HashMap<String, Float> drawn(String text) throws IOException {
        var file = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.defaultTextDirection(TextDirection.LTR);
        new DocumentFonts().addTo(builder);
        builder.withHtmlContent(
                "<html><body style=\"font-family: 'Instrument Sans', 'Liberation Sans'\"><p>" + text
                        + "</p></body></html>",
                null);
        builder.toStream(file);
        builder.run();
        var at = new HashMap<String, Float>();
        try (var pdf = Loader.loadPDF(file.toByteArray())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    at.put(letter.getUnicode(), letter.getXDirAdj());
                }
            }.getText(pdf);
        }
        return at;
    }
}
