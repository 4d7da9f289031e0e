package io.plumbline.documents;

import io.plumbline.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Says what format a file has by its content; its name and what a browser says of it count for nothing. Only the formats
 * of {@link FileFormat} are taken. No file is opened or unpacked for it.
 */
@Component
public class MediaTypeSniffer {
    private static final String TAKEN = "PDF, JPEG, PNG or DICOM file";

    /** As much as the patterns of Tika look at. */
    private static final int HEAD = 64 * 1024;

    private static final int DICOM_PREAMBLE = 128;

    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/java-vm",
            "application/x-sh",
            "application/x-bat",
            "application/x-msi",
            "application/x-ms-installer",
            "application/x-shockwave-flash",
            "application/javascript",
            "text/x-python",
            "text/x-perl");

    /** How programs of Windows, Linux and macOS begin, and scripts. */
    private static final List<byte[]> BEGINNINGS_OF_PROGRAMS = List.of(
            ascii("MZ"),
            ascii("\u007fELF"),
            bytes(0xFE, 0xED, 0xFA),
            bytes(0xCF, 0xFA, 0xED, 0xFE),
            bytes(0xCE, 0xFA, 0xED, 0xFE),
            bytes(0xCA, 0xFE, 0xBA, 0xBE),
            ascii("#!"));

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * Returns the format of a received file.
     *
     * @throws Refused if it is a program or has another format; the message is for the user
     * @throws IOException if it cannot be read
     */
    public FileFormat require(ReceivedFile file) throws IOException {
        byte[] head;
        try (var content = Files.newInputStream(file.received())) {
            head = content.readNBytes(HEAD);
        }
        return formatOf(head);
    }

    /** @param head the first 64 KB, or the whole if it is shorter */
    FileFormat formatOf(byte[] head) throws IOException {
        var found = types.detect(new ByteArrayInputStream(head), new Metadata())
                .getBaseType()
                .toString();
        if (PROGRAMS.contains(found) || BEGINNINGS_OF_PROGRAMS.stream().anyMatch(begin -> begins(head, begin))) {
            throw new Refused("This is a program, whatever its name says, and was not taken. Choose a " + TAKEN);
        }
        return named(found)
                .filter(format -> isStrictly(format, head))
                .orElseThrow(() -> new Refused("This is no " + TAKEN
                        + ", whatever its name says, and was not taken. Unpack an archive, and save a letter as PDF"));
    }

    /** A DICOM file may begin as a TIFF picture, which Tika then finds. */
    private static Optional<FileFormat> named(String mediaType) {
        return mediaType.equals("image/tiff") ? Optional.of(FileFormat.DICOM) : FileFormat.of(mediaType);
    }

    /** Tika also finds a format somewhat later in a file that begins as another one; here it begins with it. */
    private static boolean isStrictly(FileFormat format, byte[] head) {
        return switch (format) {
            case PDF -> begins(head, ascii("%PDF-"));
            case JPEG -> begins(head, bytes(0xFF, 0xD8, 0xFF));
            case PNG -> begins(head, bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A));
            case DICOM -> hasDicomMark(head) && hasHarmlessPreamble(head);
        };
    }

    private static boolean hasDicomMark(byte[] head) {
        return head.length > DICOM_PREAMBLE
                && begins(Arrays.copyOfRange(head, DICOM_PREAMBLE, head.length), ascii("DICM"));
    }

    /** Before its mark a DICOM file has 128 bytes free for any use: none, or the header of a TIFF picture. */
    private static boolean hasHarmlessPreamble(byte[] head) {
        var preamble = Arrays.copyOf(head, DICOM_PREAMBLE);
        return begins(preamble, bytes('I', 'I', 0x2A, 0))
                || begins(preamble, bytes('M', 'M', 0, 0x2A))
                || Arrays.equals(preamble, new byte[DICOM_PREAMBLE]);
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
