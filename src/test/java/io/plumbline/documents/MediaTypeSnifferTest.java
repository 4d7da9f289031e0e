package io.plumbline.documents;

import static io.plumbline.documents.SmallFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is what its content says, and only four formats are taken. */
class MediaTypeSnifferTest {
    private final MediaTypeSniffer sniffer = new MediaTypeSniffer();

    @Test
    void theFourFormatsAreTakenByTheirContent() throws IOException {
        assertThat(sniffer.formatOf(SmallFiles.pdf())).isEqualTo(FileFormat.PDF);
        assertThat(sniffer.formatOf(SmallFiles.jpeg())).isEqualTo(FileFormat.JPEG);
        assertThat(sniffer.formatOf(SmallFiles.png())).isEqualTo(FileFormat.PNG);
        assertThat(sniffer.formatOf(SmallFiles.dicom())).isEqualTo(FileFormat.DICOM);
        assertThat(sniffer.formatOf(SmallFiles.dicom(bytes('I', 'I', 0x2A, 0))))
                .as("a DICOM file that is a TIFF picture too")
                .isEqualTo(FileFormat.DICOM);
    }

    static Stream<Arguments> programs() throws IOException {
        return Stream.of(
                Arguments.of("of Windows", SmallFiles.program()),
                Arguments.of("of Windows, with a PDF behind its header", join(bytes('M', 'Z'), SmallFiles.pdf())),
                Arguments.of("of Windows, within a DICOM file", SmallFiles.dicom(bytes('M', 'Z', 0x90, 0))),
                Arguments.of("of Linux", join(bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0), new byte[64])),
                Arguments.of("of macOS", join(bytes(0xCF, 0xFA, 0xED, 0xFE), new byte[64])),
                Arguments.of("of Java", join(bytes(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x45), new byte[64])),
                Arguments.of("a script", "#!/bin/sh\nrm -rf /\n%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void aProgramIsRefusedInPlainWords(String which, byte[] file) {
        assertThatThrownBy(() -> sniffer.formatOf(file))
                .isInstanceOf(Refused.class)
                .hasMessage("This is a program, whatever its name says, and was not taken."
                        + " Choose a PDF, JPEG, PNG or DICOM file");
    }

    static Stream<Arguments> others() throws IOException {
        return Stream.of(
                Arguments.of("an archive", SmallFiles.zip()),
                Arguments.of(
                        "a page that is a PDF further on",
                        join(text("<!DOCTYPE html><html><script>alert(1)</script>"), SmallFiles.pdf())),
                Arguments.of("a page", text("<html><body>hello</body></html>")),
                Arguments.of("a drawing with a script", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("a picture of another format", text("GIF89a" + "x".repeat(40))),
                Arguments.of("a picture of TIFF", join(bytes('I', 'I', 0x2A, 0, 8, 0, 0, 0), new byte[200])),
                Arguments.of("a PDF after something else", join(text("\n\n"), SmallFiles.pdf())),
                Arguments.of("text", text("Dear colleague")),
                Arguments.of("a DICOM file with words in its preamble", SmallFiles.dicom(text("<html>"))),
                Arguments.of("a byte", bytes(0)),
                Arguments.of("the beginning of the mark of a PDF", text("%PD")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void everythingElseIsRefused(String which, byte[] file) {
        assertThatThrownBy(() -> sniffer.formatOf(file))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("This is no PDF, JPEG, PNG or DICOM file, whatever its name says");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] first, byte[] then) throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(first);
        both.write(then);
        return both.toByteArray();
    }
}
