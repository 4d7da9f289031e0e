package io.plumbline.documents.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.documents.FileFormat;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.StaffId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A page of a file is shown as a picture, and no file harms the portal by being shown. */
class PagePreviewsTest {
    @TempDir
    Path folder;

    private static final StaffId SOMEBODY = new StaffId(new UUID(0, 1));

    private final PagePreviews previews = new PagePreviews();

    @Test
    void aPageOfAPdfFileIsShownWithItsNumberOfPages() throws IOException {
        var file = pdfOf(PDRectangle.LETTER, 3);
        var second = previews.draw(SOMEBODY, file, FileFormat.PDF, 2);
        assertThat(second.page()).isEqualTo(2);
        assertThat(second.pages()).isEqualTo(3);
        assertThat(picture(second).getHeight()).as("the longest side").isBetween(1599, 1600);
        assertThat(previews.draw(SOMEBODY, file, FileFormat.PDF, 99).page())
                .as("past the end, the last page")
                .isEqualTo(3);
    }

    @Test
    void aPageAsLargeAsAWallIsShownSmaller() throws IOException {
        var wall = pdfOf(new PDRectangle(14_000, 7_000), 1);
        assertThat(picture(previews.draw(SOMEBODY, wall, FileFormat.PDF, 1)).getWidth())
                .isLessThanOrEqualTo(1600);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"PNG", "JPEG"})
    void aLargePictureIsShownSmaller(FileFormat format) throws IOException {
        var file = folder.resolve("picture");
        ImageIO.write(new BufferedImage(4000, 1000, BufferedImage.TYPE_INT_RGB), format.ending(), file.toFile());
        var shown = previews.draw(SOMEBODY, file, format, 1);
        assertThat(shown.pages()).isOne();
        assertThat(picture(shown).getWidth()).isEqualTo(1334);
        assertThat(picture(shown).getHeight()).isEqualTo(334);
    }

    @ParameterizedTest
    @CsvSource({"1,R,G", "2,G,R", "3,W,B", "4,B,W", "5,R,B", "6,B,R", "7,W,G", "8,G,W", "9,R,G"})
    void aPhotoStandsAsItWasSeen(int orientation, char topLeft, char topRight) throws IOException {
        var seen = picture(previews.draw(SOMEBODY, photo(orientation, ByteOrder.LITTLE_ENDIAN), FileFormat.JPEG, 1));
        assertThat(seen.getWidth()).isEqualTo(orientation > 4 && orientation < 9 ? 32 : 64);
        assertThat(colorAt(seen, 4, 4)).isEqualTo(topLeft);
        assertThat(colorAt(seen, seen.getWidth() - 4, 4)).isEqualTo(topRight);
    }

    @Test
    void aPhotoOfACameraThatWritesTheHighByteFirstStandsAsItWasSeen() throws IOException {
        var seen = picture(previews.draw(SOMEBODY, photo(6, ByteOrder.BIG_ENDIAN), FileFormat.JPEG, 1));
        assertThat(colorAt(seen, 4, 4)).isEqualTo('B');
    }

    @Test
    void aPhotoWhoseTurnCannotBeReadIsShownAsItIsStored() throws IOException {
        var stored = Files.readAllBytes(photo(6, ByteOrder.LITTLE_ENDIAN));
        // the directory is said to stand behind the end of its segment
        ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).putInt(16, 60_000);
        var file = Files.write(folder.resolve("broken.jpg"), stored);
        assertThat(picture(previews.draw(SOMEBODY, file, FileFormat.JPEG, 1)).getWidth())
                .isEqualTo(64);
    }

    @Test
    void aPictureOf40000By40000PixelsIsRefusedByItsHeader() throws IOException {
        var file = Files.write(folder.resolve("bomb.png"), pngHeader(40_000, 40_000));
        assertThatThrownBy(() -> previews.draw(SOMEBODY, file, FileFormat.PNG, 1))
                .isInstanceOf(Refused.class)
                .hasMessage("This picture is too large to be shown here. Download it to open it in another program");
    }

    @Test
    void aBrokenFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 and then nothing");
        assertThatThrownBy(() -> previews.draw(SOMEBODY, file, FileFormat.PDF, 1))
                .isInstanceOf(Refused.class)
                .hasMessage("This file cannot be shown here. Download it to open it in another program");
    }

    @Test
    void aPageThatTakesTooLongIsGivenUp() throws IOException {
        var impatient = new PagePreviews(Duration.ofMillis(1));
        var file = pdfOf(PDRectangle.LETTER, 1);
        assertThatThrownBy(() -> impatient.draw(SOMEBODY, file, FileFormat.PDF, 1))
                .isInstanceOf(Refused.class);
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

    /** A photo of 64 by 32 pixels, stored red and green above, blue and white below. */
    private Path photo(int orientation, ByteOrder order) throws IOException {
        var stored = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 32; y++) {
                stored.setRGB(x, y, y < 16 ? (x < 32 ? 0xFF0000 : 0x00FF00) : x < 32 ? 0x0000FF : 0xFFFFFF);
            }
        }
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(stored, "jpg", jpeg);
        var exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII))
                .order(order)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation);
        var file = new ByteArrayOutputStream();
        file.write(jpeg.toByteArray(), 0, 2);
        file.write(exif.array());
        file.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return Files.write(folder.resolve("photo.jpg"), file.toByteArray());
    }

    /** Returns R, G, B or W; a stored JPEG is not exactly of the color that was written. */
    private static char colorAt(BufferedImage picture, int x, int y) {
        var color = new Color(picture.getRGB(x, y));
        if (color.getRed() > 128 && color.getGreen() > 128) {
            return 'W';
        }
        return color.getRed() > 128 ? 'R' : color.getGreen() > 128 ? 'G' : 'B';
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
