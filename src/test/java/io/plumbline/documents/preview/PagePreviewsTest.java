package io.plumbline.documents.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of a file is shown as a picture, and no file harms the portal by being shown. */
class PagePreviewsTest {
    @TempDir
    Path folder;

    private final PagePreviews previews = new PagePreviews();

    @Test
    void aPageOfAPdfFileIsShownWithItsNumberOfPages() throws IOException {
        var file = pdfOf(PDRectangle.LETTER, 3);
        var second = previews.draw(file, FileFormat.PDF, 2);
        assertThat(second.page()).isEqualTo(2);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(picture(second).getHeight()).as("the longest side").isBetween(1599, 1600);
        assertThat(previews.draw(file, FileFormat.PDF, 99).page())
                .as("past the end, the last page")
                .isEqualTo(3);
    }

    @Test
    void aPageAsLargeAsAWallIsShownSmaller() throws IOException {
        var wall = pdfOf(new PDRectangle(14_000, 7_000), 1);
        assertThat(picture(previews.draw(wall, FileFormat.PDF, 1)).getWidth()).isLessThanOrEqualTo(1600);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"PNG", "JPEG"})
    void aLargePictureIsShownSmaller(FileFormat format) throws IOException {
        var file = folder.resolve("picture");
        ImageIO.write(new BufferedImage(4000, 1000, BufferedImage.TYPE_INT_RGB), format.ending(), file.toFile());
        var shown = previews.draw(file, format, 1);
        assertThat(shown.pages()).isOne();
        assertThat(picture(shown).getWidth()).isEqualTo(1334);
        assertThat(picture(shown).getHeight()).isEqualTo(334);
    }

    @Test
    void aPictureOf40000By40000PixelsIsRefusedByItsHeader() throws IOException {
        var file = Files.write(folder.resolve("bomb.png"), pngHeader(40_000, 40_000));
        assertThatThrownBy(() -> previews.draw(file, FileFormat.PNG, 1))
                .isInstanceOf(Refused.class)
                .hasMessage("This picture is too large to be shown here. Download it to open it in another program");
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and then nothing");
        assertThatThrownBy(() -> previews.draw(file, FileFormat.PDF, 1))
                .isInstanceOf(Refused.class)
                .hasMessage("This file cannot be shown here. Download it to open it in another program");
    }

    @Test
    void aPageThatTakesTooLongIsGivenUp() throws IOException {
        var impatient = new PagePreviews(Duration.ofMillis(1));
        var file = pdfOf(PDRectangle.LETTER, 1);
        assertThatThrownBy(() -> impatient.draw(file, FileFormat.PDF, 1)).isInstanceOf(Refused.class);
    }

    private Path pdfOf(PDRectangle size, int pages) throws IOException {
        var file = folder.resolve("file.pdf");
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(size));
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage picture(PagePicture page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.png()));
    }

    private static byte[] pngHeader(int width, int height) {
        var chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})
                .putInt(13)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }
}
