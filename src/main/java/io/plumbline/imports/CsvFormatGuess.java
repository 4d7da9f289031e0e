package io.plumbline.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Guesses encoding and separator of a file; the screen shows the first rows so read, and lets them be changed. A byte
 * order mark counts first, then whether all of the file is UTF-8, then what the bytes look like.
 */
final class CsvFormatGuess {
    /** Offered on the screen, most likely first. */
    static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("x-MacRoman"));

    /** Offered on the screen, most likely first. */
    static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private static final int HEAD = 64 * 1024;
    private static final int ROWS = 20;
    private static final int CHUNK = 8192;

    private CsvFormatGuess() {}

    static CsvFormat of(Path file) throws IOException {
        var charset = charsetOf(file);
        return new CsvFormat(charset, separatorOf(file, charset));
    }

    private static Charset charsetOf(Path file) throws IOException {
        byte[] head;
        try (var content = Files.newInputStream(file)) {
            head = content.readNBytes(HEAD);
        }
        var marked = byMark(head).or(() -> byZeroBytes(head));
        if (marked.isPresent()) {
            return marked.get();
        }
        if (isUtf8(file)) {
            return StandardCharsets.UTF_8;
        }
        var detected = UniversalDetector.detectCharset(file);
        return detected != null && Charset.isSupported(detected) && !detected.startsWith("UTF")
                ? Charset.forName(detected)
                : Charset.forName("windows-1252");
    }

    private static Optional<Charset> byMark(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Every second byte of Western text in UTF-16 is zero, and no text in another encoding has zero bytes. */
    private static Optional<Charset> byZeroBytes(byte[] head) {
        long atEven = 0;
        long atOdd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                atEven += (i + 1) % 2;
                atOdd += i % 2;
            }
        }
        if (Math.max(atEven, atOdd) < Math.max(1, head.length / 4)) {
            return Optional.empty();
        }
        return Optional.of(atOdd > atEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader text = new InputStreamReader(Files.newInputStream(file), strict)) {
            var chunk = new char[CHUNK];
            while (text.read(chunk) >= 0) {
                // reads on to the end, or to what is not UTF-8
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** The one that the file names, or by which most of the first rows have the same number of cells as the headings. */
    private static char separatorOf(Path file, Charset charset) throws IOException {
        var said = CsvRows.separatorSaid(file, charset).filter(SEPARATORS::contains);
        return said.isPresent() ? said.get() : likeliest(file, charset);
    }

    private static char likeliest(Path file, Charset charset) {
        return SEPARATORS.stream()
                .max(Comparator.comparingInt((Character separator) -> score(file, new CsvFormat(charset, separator)))
                        .thenComparing(separator -> -SEPARATORS.indexOf(separator)))
                .orElse(',');
    }

    private static int score(Path file, CsvFormat format) {
        try (CsvReader<CsvRecord> records = CsvRows.reader(file, format)) {
            var counts = records.stream()
                    .limit(ROWS)
                    .mapToInt(CsvRecord::getFieldCount)
                    .toArray();
            if (counts.length == 0 || counts[0] < 2) {
                return 0;
            }
            return (int) Arrays.stream(counts)
                            .filter(count -> count == counts[0])
                            .count()
                    * counts[0];
        } catch (CsvParseException | IOException notBySuch) {
            return 0;
        }
    }
}
