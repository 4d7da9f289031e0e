package io.plumbline.documents.preview;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a photo is to be turned to stand as it was seen: cameras store the picture of the sensor, and beside it how they
 * were held (EXIF 2.32, tag 0x0112).
 *
 * @param orientation the number of the standard, from 1, which is upright, to 8
 */
record PhotoTurn(int orientation) {
    private static final PhotoTurn UPRIGHT = new PhotoTurn(1);
    private static final int LAST = 8;

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int FIRST_MARKER = 0xFFC0;
    private static final int APP1 = 0xFFE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private static final int TIFF = 42;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_AT = 8;

    /** Reads it from a JPEG file; upright where the file does not say it, or says it in a way that cannot be read. */
    static PhotoTurn of(Path file) throws IOException {
        try (var data = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (data.readUnsignedShort() != START_OF_IMAGE) {
                return UPRIGHT;
            }
            for (var marker = data.readUnsignedShort();
                    marker >= FIRST_MARKER && marker != START_OF_SCAN;
                    marker = data.readUnsignedShort()) {
                var segment = data.readNBytes(Math.max(0, data.readUnsignedShort() - Short.BYTES));
                if (marker == APP1 && isExif(segment)) {
                    return in(segment);
                }
            }
        } catch (EOFException cut) {
            // the picture itself is refused by who reads it
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] segment) {
        return segment.length > EXIF.length
                && ByteBuffer.wrap(segment, 0, EXIF.length).equals(ByteBuffer.wrap(EXIF));
    }

    private static PhotoTurn in(byte[] segment) {
        try {
            var tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                    .slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (tiff.getShort(Short.BYTES) != TIFF) {
                return UPRIGHT;
            }
            var directory = tiff.getInt(Integer.BYTES);
            var entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (var entry = 0; entry < entries; entry++) {
                var at = directory + Short.BYTES + entry * ENTRY_BYTES;
                if (Short.toUnsignedInt(tiff.getShort(at)) == TAG) {
                    var orientation = tiff.getShort(at + VALUE_AT);
                    return orientation < 1 || orientation > LAST ? UPRIGHT : new PhotoTurn(orientation);
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    /** Returns the picture as it was seen. */
    BufferedImage upright(BufferedImage stored) {
        if (orientation == 1) {
            return stored;
        }
        var isOnItsSide = orientation > 4;
        var turned = new BufferedImage(
                isOnItsSide ? stored.getHeight() : stored.getWidth(),
                isOnItsSide ? stored.getWidth() : stored.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        var drawing = turned.createGraphics();
        drawing.drawImage(stored, move(stored.getWidth(), stored.getHeight()), null);
        drawing.dispose();
        return turned;
    }

    private AffineTransform move(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
