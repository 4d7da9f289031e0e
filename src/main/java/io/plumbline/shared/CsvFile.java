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
 * Writes a CSV file row by row, in UTF-8, with every cell quoted. Guards cells so that spreadsheets do not run them as
 * formulas, including programs that split cells at semicolons or tabs.
 */
public final class CsvFile implements AutoCloseable {
    /** Characters with which a spreadsheet formula can begin. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** A start of a formula after a character that another program may take for the end of a cell. */
    private static final Pattern INNER_FORMULA =
            Pattern.compile("([;\\t\\r\\n][ \\u00A0]*)(?=[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    /** The byte order mark, by which spreadsheets recognize UTF-8; it precedes the first quote. */
    private static final String MARK = "\uFEFF";

    private final CsvWriter writer;

    /** @param out closed together with the file */
    public CsvFile(OutputStream out) throws IOException {
        out.write(MARK.getBytes(StandardCharsets.UTF_8));
        writer = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(out, StandardCharsets.UTF_8);
    }

    /** Writes a row; null becomes an empty cell. */
    public void row(@Nullable Object... cells) {
        var texts = Arrays.stream(cells).map(CsvFile::text).toArray(String[]::new);
        writer.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof PhoneNumber phone) {
            // digits, spaces, and hyphens: not a formula, although it begins with a plus sign
            return phone.shown();
        }
        var text = cell.toString();
        // a number is not a formula, although it may begin with a sign
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
