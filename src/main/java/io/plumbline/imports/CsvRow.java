package io.plumbline.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A row of a file.
 *
 * @param number from 1, without the headings
 * @param line the line of the file where it begins, from 1
 */
public record CsvRow(long number, long line, List<String> cells) {
    /** Returns by what the row is known again if it has no id: a hash of all its cells, after a number sign. */
    public String hash() {
        return "#" + DigestUtils.sha256Hex(String.join("\u001F", cells));
    }

    /** Returns what is wrong if the row has more cells than the file has headings, so that cells are not where they belong. */
    public Optional<String> widthProblem(int headings) {
        return cells.size() <= headings
                ? Optional.empty()
                : Optional.of("The row has " + cells.size() + " cells under " + headings
                        + " headings: put cells with a separator in quotation marks");
    }

    /** Returns the cells as they are in the file, with an empty one for each that is missing; at least so many. */
    List<String> cells(int least) {
        return Stream.concat(cells.stream(), Stream.generate(() -> ""))
                .limit(Math.max(least, cells.size()))
                .toList();
    }

    /** Returns a cell without blanks around it; empty if the row is shorter. */
    public String cell(int column) {
        if (column >= cells.size()) {
            return "";
        }
        var cell = cells.get(column).strip();
        // exports put an apostrophe before what a spreadsheet would take for a formula
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
