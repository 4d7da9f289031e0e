package io.plumbline.documents.preview;

import io.plumbline.documents.FileFormat;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws one page of a file, in a process of its own: what a hostile file does to the memory ends with this process. Takes
 * the file, its format, the number of the page, the longest side in pixels and the most milliseconds; prints the number of the page, how many
 * there are (4 bytes each) and the picture as PNG.
 */
final class PageDrawing {
    /** The exit value when a picture has more pixels than are read. */
    static final int TOO_LARGE = 3;

    private static final int TOO_LONG = 4;

    private static final long MOST_PIXELS = 100_000_000;
    private static final long MEGABYTE = 1024L * 1024;
    private static final float POINTS_PER_INCH = 72;
    private static final float MOST_PIXELS_PER_INCH = 150;

    private PageDrawing() {}

    public static void main(String[] args) throws IOException {
        var out = System.out;
        // what a library has to say must not get into the picture
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        // also where the portal that waits for it is gone
        CompletableFuture.delayedExecutor(Long.parseLong(args[4]), TimeUnit.MILLISECONDS)
                .execute(() -> Runtime.getRuntime().halt(TOO_LONG));
        var file = Path.of(args[0]);
        var side = Integer.parseInt(args[3]);
        if (FileFormat.valueOf(args[1]) == FileFormat.PDF) {
            drawPage(file, Integer.parseInt(args[2]), side, out);
        } else {
            var turn = FileFormat.valueOf(args[1]) == FileFormat.JPEG ? PhotoTurn.of(file) : new PhotoTurn(1);
            drawPicture(file, side, turn, out);
        }
    }

    private static void drawPage(Path file, int wanted, int side, OutputStream out) throws IOException {
        var scratch = MemoryUsageSetting.setupMixed(32 * MEGABYTE, 512 * MEGABYTE).streamCache;
        try (var document = Loader.loadPDF(file.toFile(), scratch)) {
            var pages = document.getNumberOfPages();
            var page = Math.clamp(wanted, 1, pages);
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var scale = scaleOf(document.getPage(page - 1), side);
            print(page, pages, renderer.renderImage(page - 1, scale, ImageType.RGB), out);
        }
    }

    private static float scaleOf(PDPage page, int side) {
        var box = page.getCropBox();
        var longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
        return Math.min(MOST_PIXELS_PER_INCH / POINTS_PER_INCH, side / longest);
    }

    private static void drawPicture(Path file, int side, PhotoTurn turn, OutputStream out) throws IOException {
        try (var content = ImageIO.createImageInputStream(file.toFile())) {
            var reader = ImageIO.getImageReaders(content).next();
            reader.setInput(content, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                System.exit(TOO_LARGE);
            }
            var step = Math.max(1, Math.ceilDiv((int) Math.max(width, height), side));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            print(1, 1, turn.upright(Objects.requireNonNull(reader.read(0, parameters))), out);
        }
    }

    private static void print(int page, int pages, BufferedImage picture, OutputStream out) throws IOException {
        try (var data = new DataOutputStream(new BufferedOutputStream(out))) {
            data.writeInt(page);
            data.writeInt(pages);
            ImageIO.write(picture, "png", data);
        }
    }
}
