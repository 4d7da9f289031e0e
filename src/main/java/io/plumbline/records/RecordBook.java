package io.plumbline.records;

import io.plumbline.documents.DocumentRenderer;
import io.plumbline.documents.PageNumbers;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.documents.WorkFolders;
import io.plumbline.shared.Count;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.ClinicId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * The PDF of a record: chapters that are drawn one after the other, each to a file of its own, and joined behind a cover
 * with their pages. What is drawn is on the disk, and not in memory.
 */
final class RecordBook {
    /** The structure for screen readers of more chapters takes too much memory while they are joined. */
    private static final int MOST_TAGGED = 12;

    private final Path folder;
    private final ClinicId clinic;
    private final String about;
    private final WorkFolders folders;
    private final DocumentRenderer renderer;
    private final RetriedTransaction transaction;
    private final StreamCacheCreateFunction scratch;
    private final List<Chapter> chapters = new ArrayList<>();
    private int next = 1;

    /**
     * A chapter that is drawn.
     *
     * @param days from which day to which day it is; empty if its entries have none
     * @param page its first page
     */
    private record Chapter(String title, String days, int entries, int page, Path file) {}

    /**
     * @param folder where it is put together
     * @param about whom it is about, on each page
     */
    RecordBook(
            Path folder,
            ClinicId clinic,
            String about,
            WorkFolders folders,
            DocumentRenderer renderer,
            RetriedTransaction transaction) {
        this.folder = folder;
        this.clinic = clinic;
        this.about = about;
        this.folders = folders;
        this.renderer = renderer;
        this.transaction = transaction;
        scratch = MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile()).streamCache;
    }

    /** Draws the next chapter. */
    void add(String title, String days, int entries, List<Part> parts) throws IOException {
        var file = draw("chapter-" + chapters.size(), title, parts, PageNumbers.from(next));
        chapters.add(new Chapter(title, days, entries, next, file));
        try (var drawn = Loader.loadPDF(file.toFile(), scratch)) {
            next += drawn.getNumberOfPages();
        }
    }

    /**
     * Draws the cover and joins everything.
     *
     * @param cover what stands above the contents
     * @return the file, the only one that is left
     */
    Path join(String title, List<Part> cover) throws IOException {
        var parts = new ArrayList<>(cover);
        parts.add(contents());
        var front = draw("cover", title, parts, PageNumbers.COVER);
        var file = folder.resolve("record.pdf");
        var opened = new ArrayList<PDDocument>();
        try (var whole = new PDDocument(scratch)) {
            append(front, whole, opened);
            var pagesOfCover = whole.getNumberOfPages();
            for (var chapter : chapters) {
                append(chapter.file(), whole, opened);
            }
            label(whole, pagesOfCover);
            whole.getDocumentInformation().setTitle(title + ", " + about);
            try (var out = folders.create(file)) {
                whole.save(out, CompressParameters.NO_COMPRESSION);
            }
        } finally {
            for (var part : opened) {
                part.close();
            }
        }
        Files.delete(front);
        for (var chapter : chapters) {
            Files.delete(chapter.file());
        }
        return file;
    }

    private Path draw(String name, String title, List<Part> parts, PageNumbers pages) throws IOException {
        var document = new PrintedDocument(clinic, title, about, parts);
        // drawn outside the transaction
        var html = transaction.call(() -> renderer.fill(document, pages));
        var file = folder.resolve(name + ".pdf");
        try (var out = folders.create(file)) {
            renderer.draw(html, pages, out);
        }
        return file;
    }

    private Table contents() {
        return new Table(
                "Contents",
                List.of("Chapter", "Days", "Entries", "Page"),
                chapters.stream()
                        .map(one ->
                                List.of(one.title(), one.days(), Count.number(one.entries()), Count.number(one.page())))
                        .toList());
    }

    private void append(Path file, PDDocument whole, List<PDDocument> opened) throws IOException {
        var part = Loader.loadPDF(file.toFile(), scratch);
        // what is shared is read when the whole is written
        opened.add(part);
        if (chapters.size() > MOST_TAGGED) {
            part.getDocumentCatalog().setStructureTreeRoot(null);
            part.getDocumentCatalog().setMarkInfo(null);
            part.getPages().forEach(page -> page.getCOSObject().removeItem(COSName.STRUCT_PARENTS));
        }
        new PDFMergerUtility().appendDocument(whole, part);
    }

    /** Gives viewers the printed numbers of the pages, and the chapters to go to. */
    private void label(PDDocument whole, int pagesOfCover) {
        var labels = new PDPageLabels(whole);
        labels.setLabelItem(0, labels(PDPageLabelRange.STYLE_ROMAN_LOWER));
        var outline = new PDDocumentOutline();
        if (!chapters.isEmpty()) {
            labels.setLabelItem(pagesOfCover, labels(PDPageLabelRange.STYLE_DECIMAL));
        }
        for (var chapter : chapters) {
            var item = new PDOutlineItem();
            item.setTitle(chapter.days().isEmpty() ? chapter.title() : chapter.title() + ", " + chapter.days());
            item.setDestination(whole.getPage(pagesOfCover + chapter.page() - 1));
            outline.addLast(item);
        }
        whole.getDocumentCatalog().setPageLabels(labels);
        whole.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static PDPageLabelRange labels(String style) {
        var range = new PDPageLabelRange();
        range.setStyle(style);
        range.setStart(1);
        return range;
    }
}
