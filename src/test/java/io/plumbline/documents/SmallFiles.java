package io.plumbline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small files as programs write them. */
public final class SmallFiles {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private SmallFiles() {}

    /** A PDF that differs from every other. */
    public static byte[] pdf() {
        return ("%PDF-1.7\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\n% " + NUMBERS.incrementAndGet()
                        + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A PDF of empty pages that a program can draw, and that differs from every other. */
    public static byte[] pdfOf(int pages) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            document.getDocumentInformation().setTitle("File " + NUMBERS.incrementAndGet());
            document.save(bytes);
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return bytes.toByteArray();
    }

    static byte[] png() {
        return bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 'I', 'H', 'D', 'R', 0, 0, 0, 1);
    }

    static byte[] jpeg() {
        return bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    }

    /** @param preamble what stands in the 128 bytes before the mark */
    static byte[] dicom(byte... preamble) {
        var file = new byte[200];
        System.arraycopy(preamble, 0, file, 0, preamble.length);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
        System.arraycopy(bytes(2, 0, 0, 0, 'U', 'L', 4, 0), 0, file, 132, 8);
        return file;
    }

    /** A program of Windows, as its first bytes show. */
    public static byte[] program() {
        var file = new byte[512];
        System.arraycopy(bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF), 0, file, 0, 14);
        file[60] = (byte) 0x80;
        System.arraycopy(bytes('P', 'E', 0, 0, 0x64, 0x86), 0, file, 128, 6);
        return file;
    }

    static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("report.pdf"));
            zip.write(pdf());
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
