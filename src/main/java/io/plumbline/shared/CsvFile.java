package io.plumbline.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as it is written row by row, in UTF-8, each cell in quotes. A spreadsheet takes nothing in it for a formula,
 * also one that splits at semicolons or tabs.
 */
public final class CsvFile implements AutoCloseable {
    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** The same after what another program may take for the end of a cell. */
    private static final Pattern INNER_FORMULA =
            Pattern.compile("([;\\t\\r\\n][ \\u00A0]*)(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    /** By which a spreadsheet knows UTF-8; it stands before the first quote. */
    private static final String MARK = "\uFEFF";

    private final CsvWriter writer;

    /** @param out is closed with the file */
    public CsvFile(OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        writer = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row; null is an empty cell. */
    public void row(@Nullable Object... cells) {
        var texts = Arrays.stream(cells).map(CsvFile::text).toArray(String[]::new);
        writer.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof PhoneNumber phone) {
            // digits with the blanks and hyphens of its country: no formula, though it begins with a plus
            return phone.shown();
        }
        var text = cell.toString();
        // a number is no formula, though it may begin with a sign
        if (cell instanceof Number) {
            return text;
        }
        var guarded = INNER_FORMULA.matcher(text).replaceAll("$1'");
        return isFormula(text) || isFormula(text.strip()) ? "'" + guarded : guarded;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
