package io.plumbline.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.plumbline.shared.Refused;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file row by row, so that its size does not matter. Close it. */
final class CsvRows implements Iterator<CsvRow>, AutoCloseable {
    /** A cell longer than this ends the reading; a quotation mark that is never closed is noticed by it. */
    private static final int LONGEST_CELL = 4 * 1024 * 1024;

    private static final int MOST_COLUMNS = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The line before the headings by which some products tell Excel their separator. */
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("(?i)\"?sep=(?<separator>[^\"\\r\\n])\"?(?:\r\n|\r|\n)");

    private static final int LONGEST_SEPARATOR_LINE = 10;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> headings;
    private final int linesBefore;
    private long number;
    private @Nullable CsvRow next;

    /** @throws Refused if there are no headings, with a message for the user */
    CsvRows(Path file, CsvFormat format) {
        try {
            linesBefore = separatorSaid(file, format.charset()).isPresent() ? 1 : 0;
            reader = reader(file, format);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        records = reader.iterator();
        var isRead = false;
        try {
            headings = headingsOf(read());
            isRead = true;
        } finally {
            if (!isRead) {
                close();
            }
        }
    }

    private static List<String> headingsOf(@Nullable CsvRecord first) {
        if (first == null) {
            throw new Refused("This file is empty");
        }
        if (first.getFieldCount() > MOST_COLUMNS) {
            throw new Refused("A file can have at most " + MOST_COLUMNS + " columns. Remove those that are not needed");
        }
        return first.getFields().stream().map(String::strip).toList();
    }

    /** Returns the separator that the file names in a line before the headings. */
    static Optional<Character> separatorSaid(Path file, Charset charset) throws IOException {
        try (var text = opened(file, charset)) {
            return separatorLine(text).map(line -> line.group("separator").charAt(0));
        }
    }

    /** Opens a file behind its byte order mark. */
    private static BufferedReader opened(Path file, Charset charset) throws IOException {
        var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Looks at what comes first, and reads none of it. */
    private static Optional<MatchResult> separatorLine(BufferedReader text) throws IOException {
        text.mark(LONGEST_SEPARATOR_LINE);
        var first = new char[LONGEST_SEPARATOR_LINE];
        int read = 0;
        for (int more = 0; more >= 0 && read < first.length; read += Math.max(0, more)) {
            more = text.read(first, read, first.length - read);
        }
        text.reset();
        var line = SEPARATOR_LINE.matcher(new String(first, 0, read));
        return line.lookingAt() ? Optional.of(line.toMatchResult()) : Optional.empty();
    }

    static CsvReader<CsvRecord> reader(Path file, CsvFormat format) throws IOException {
        var text = opened(file, format.charset());
        var line = separatorLine(text);
        if (line.isPresent() && text.skip(line.get().end()) < line.get().end()) {
            throw new EOFException("The file became shorter while it was read");
        }
        return CsvReader.builder()
                .fieldSeparator(format.separator())
                .maxBufferSize(LONGEST_CELL)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    /** Returns the first row of the file. */
    List<String> headings() {
        return headings;
    }

    /** Goes over rows that were read before; they are not looked at. */
    void skip(long rows) {
        for (long at = 0; at < rows && hasNext(); at++) {
            next();
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            var record = read();
            if (record == null) {
                return false;
            }
            number++;
            if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                next = new CsvRow(number, linesBefore + record.getStartingLineNumber(), record.getFields());
            }
        }
        return true;
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException broken) {
            throw new Refused(
                    "The file cannot be read after row " + number
                            + ": a quotation mark is missing or stands within a cell. Correct the file and choose it again",
                    broken);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
