package io.plumbline.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A CSV file as it is written row by row, in UTF-8; a spreadsheet takes nothing in it for a formula. */
public final class CsvFile implements AutoCloseable {
    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** By which a spreadsheet knows UTF-8. */
    private static final String MARK = "\uFEFF";

    private final CsvWriter writer;
    private boolean isBegun;

    /** @param out is closed with the file */
    public CsvFile(OutputStream out) {
        writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        var texts = Arrays.stream(cells).map(CsvFile::text).toArray(String[]::new);
        if (!isBegun) {
            texts[0] = MARK + texts[0];
            isBegun = true;
        }
        writer.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        var text = cell.toString();
        // a number is no formula, though it may begin with a sign
        return !(cell instanceof Number) && (isFormula(text) || isFormula(text.strip())) ? "'" + text : text;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
