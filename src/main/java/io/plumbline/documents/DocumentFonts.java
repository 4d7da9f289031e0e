package io.plumbline.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/**
 * The fonts of documents: that of the portal, and for letters that it has not, the one that comes with PDFBox; one more for
 * Arabic.
 */
@Component
class DocumentFonts {
    /** What stands where no font has the letter. */
    static final String MISSING = "\u25A1";

    private static final String OURS = "Instrument Sans";
    private static final String OTHERS = "Liberation Sans";
    private static final String ARABIC = "Noto Sans Arabic";

    private final List<Font> fonts = List.of(
            Font.of(OURS, 400, "/documents/instrument-sans-latin-regular.ttf"),
            Font.of(OURS, 600, "/documents/instrument-sans-latin-semibold.ttf"),
            Font.of(OTHERS, 400, "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
            Font.of(ARABIC, 400, "/documents/noto-sans-arabic-regular.ttf"));

    private record Font(String family, int weight, byte[] file, CmapLookup glyphs) {
        static Font of(String family, int weight, String resource) {
            try (var in = Objects.requireNonNull(DocumentFonts.class.getResourceAsStream(resource), resource)) {
                var file = in.readAllBytes();
                try (var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                    return new Font(family, weight, file, parsed.getUnicodeCmapLookup());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives all fonts to a builder; a file holds only the letters that it uses. */
    void addTo(PdfRendererBuilder builder) {
        for (var font : fonts) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.file()), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
    }

    /**
     * Returns what of a text no font has: the names of its scripts, such as <em>Arabic, Han</em>, and <em>signs</em> for
     * what belongs to no script; empty if everything can be shown.
     */
    String missing(String text) {
        return text.codePoints()
                .filter(letter -> !isShown(letter))
                .mapToObj(DocumentFonts::script)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String script(int letter) {
        var script = Character.UnicodeScript.of(letter);
        return switch (script) {
            case COMMON, INHERITED, UNKNOWN -> "signs";
            default -> {
                var name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield Character.toUpperCase(name.charAt(0)) + name.substring(1);
            }
        };
    }

    /** Returns the text with {@link #MISSING} for each letter that no font has. */
    String replaceMissing(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (isShown(letter)) {
                shown.appendCodePoint(letter);
            } else if (!isPartOfLetter(letter)) {
                shown.append(MISSING);
            }
        });
        return shown.toString();
    }

    private boolean isShown(int letter) {
        return Character.isWhitespace(letter)
                || fonts.stream().anyMatch(font -> font.glyphs().getGlyphId(letter) != 0);
    }

    private static boolean isPartOfLetter(int letter) {
        return switch (Character.getType(letter)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.MODIFIER_SYMBOL -> true;
            default -> false;
        };
    }
}
