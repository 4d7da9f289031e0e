package io.plumbline.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a document as a tagged PDF on the letterhead of its clinic, with its fonts. */
@Component
public class DocumentRenderer {
    /** Where paper is of the size Letter, by the CLDR; elsewhere it is A4. */
    private static final Set<String> LETTER =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    /** Longer, the name of a person would push the text off the page. */
    private static final int LONGEST_HEAD = 90;

    /** Characters that XML does not have, half of a pair, and those that turn the text around them. */
    private static final Pattern NO_TEXT =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]"
                    + "|[\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    static {
        // each file would be worth ten lines of the log
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final DocumentFonts fonts;
    private final ClinicService clinics;
    private final Clock clock;

    DocumentRenderer(ITemplateEngine templates, DocumentFonts fonts, ClinicService clinics, Clock clock) {
        this.templates = templates;
        this.fonts = fonts;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Returns the file. */
    public byte[] render(PrintedDocument document) {
        var file = new ByteArrayOutputStream();
        try {
            draw(fill(document, PageNumbers.OWN), PageNumbers.OWN, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Returns what {@link #draw} draws; reads what is needed of the clinic. */
    public String fill(PrintedDocument document, PageNumbers pages) {
        var html = filled(document, pages, "");
        var missing = fonts.missing(html);
        return missing.isEmpty() ? html : fonts.replaceMissing(filled(document, pages, missing));
    }

    /**
     * Draws a document to a file. Reads nothing, so that it may take its time.
     *
     * @param html from {@link #fill}
     * @param out stays open
     */
    public void draw(String html, PageNumbers pages, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useInitialPageNumber(pages.first());
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.defaultTextDirection(TextDirection.LTR);
        fonts.addTo(builder);
        builder.withProducer("Plumbline");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    /** @param missing what no font has, in words; empty if there is nothing */
    private String filled(PrintedDocument document, PageNumbers pages, String missing) {
        var clinic = clinics.label(document.clinic());
        var phone = clinic.phone() == null ? "" : clinic.phone().shown();
        var paper = LETTER.contains(clinic.country()) ? "letter" : "a4";
        var content = Map.<String, Object>of(
                "document", document,
                "pages", pages,
                "clinic", clinic,
                "phone", phone,
                "paper", paper,
                "about", shortened(document.about()),
                "printed", printed(clinic),
                "missing", missing);
        var html = templates.process("document", new Context(Locale.ENGLISH, content));
        // a letter and its marks that came apart, as some systems store them, is one glyph of the font
        return Normalizer.normalize(NO_TEXT.matcher(html).replaceAll(""), Normalizer.Form.NFC);
    }

    private String printed(ClinicLabel clinic) {
        var now = clock.instant();
        return "Printed by " + CurrentUser.current().displayName() + ", " + Dates.stamp(now, clinic.zone()) + " "
                + Dates.zone(now, clinic.zone());
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_HEAD
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_HEAD - 1)) + "…";
    }
}
