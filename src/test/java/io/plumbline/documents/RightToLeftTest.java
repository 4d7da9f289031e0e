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
    private static final String LAYLA = "\u0644\u064A\u0644\u0649";
    private static final String SAEED = "\u0633\u0639\u064A\u062F";

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
    void whatComesAfterAFigureStandsToItsLeft() throws IOException {
        var at = drawn("A \u05E9 12 \u05D4 Z");
        assertThat(at.get("\u05E9")).isGreaterThan(at.get("2"));
        assertThat(at.get("2")).isGreaterThan(at.get("1"));
        assertThat(at.get("1")).isGreaterThan(at.get("\u05D4"));
        assertThat(at.get("Z")).isGreaterThan(at.get("\u05E9"));
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
        assertThat(fonts.missing("\u674E\u5A1C \u0E2A\u0E38\u0E14\u0E32")).isEqualTo("Han, Thai");
        assertThat(fonts.replaceMissing("\u674E")).isEqualTo(DocumentFonts.MISSING);
    }

    @Test
    void arabicIsShownAndReadFromTheRight() throws IOException {
        assertThat(new DocumentFonts().missing(LAYLA + " " + SAEED)).isEmpty();
        var at = drawn("\u062D\u0645\u062F");
        assertThat(at.keySet()).containsExactlyInAnyOrder("\uFEA3", "\uFEE4", "\uFEAA");
        assertThat(at.get("\uFEA3")).isGreaterThan(at.get("\uFEE4"));
        assertThat(at.get("\uFEE4")).isGreaterThan(at.get("\uFEAA"));
    }

    @Test
    void eachLetterOfArabicHasTheFormOfItsPlace() {
        // first, middle, last; dal joins nothing after it
        assertThat(ArabicForms.shaped(SAEED)).isEqualTo("\uFEB3\uFECC\uFEF4\uFEAA");
        assertThat(ArabicForms.shaped("\u062F\u0627\u0631")).isEqualTo("\uFEA9\uFE8D\uFEAD");
        // lam and alef are one sign, also after a letter
        assertThat(ArabicForms.shaped("\u0644\u0627 \u0639\u0644\u0627\u0621")).isEqualTo("\uFEFB \uFECB\uFEFC\uFE80");
        // a mark parts nothing; the sign that keeps letters apart does, and Persian has letters of its own
        assertThat(ArabicForms.shaped("\u0628\u064E\u062F")).isEqualTo("\uFE91\u064E\uFEAA");
        assertThat(ArabicForms.shaped("\u0645\u06CC\u200C\u067E")).isEqualTo("\uFEE3\uFBFD\uFB56");
        assertThat(ArabicForms.shaped("\u05E9 A 12")).isEqualTo("\u05E9 A 12");
    }

    private static HashMap<String, Float> drawn(String text) throws IOException {
        var file = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.defaultTextDirection(TextDirection.LTR);
        new DocumentFonts().addTo(builder);
        builder.withHtmlContent(
                "<html><body style=\"font-family: 'Instrument Sans', 'Liberation Sans', 'Noto Sans Arabic'\"><p>" + text
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
