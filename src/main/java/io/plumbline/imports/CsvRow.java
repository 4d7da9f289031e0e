package io.plumbline.imports;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number from 1, without the headings
 * @param line the line of the file where it begins, from 1
 */
record CsvRow(long number, long line, List<String> cells) {
    /** Returns a cell without blanks around it; empty if the row is shorter. */
    String cell(int column) {
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
