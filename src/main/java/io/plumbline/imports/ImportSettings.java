package io.plumbline.imports;

import io.plumbline.shared.DateOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported.
 *
 * @param columns which column is which field, from 0; a field that is not in it is not imported
 * @param dateOrder the order of day and month in dates; null if the dates cannot be read in two ways
 * @param names what names in the file mean
 */
public record ImportSettings(
        ImportSource source,
        CsvFormat format,
        Map<ImportField, Integer> columns,
        @Nullable DateOrder dateOrder,
        ChosenNames names) {
    private static final int LONGEST_ID = 80;

    public ImportSettings {
        columns = Map.copyOf(columns);
    }

    /** Creates settings without choices for names. */
    public ImportSettings(
            ImportSource source, CsvFormat format, Map<ImportField, Integer> columns, @Nullable DateOrder dateOrder) {
        this(source, format, columns, dateOrder, ChosenNames.NONE);
    }

    /** Returns a copy with another source. */
    public ImportSettings from(ImportSource another) {
        return new ImportSettings(another, format, columns, dateOrder, names);
    }

    /** Returns a copy with other columns. */
    public ImportSettings in(Map<ImportField, Integer> others) {
        return new ImportSettings(source, format, others, dateOrder, names);
    }

    /** Returns a copy with another order of dates; null if the dates cannot be read in two ways. */
    public ImportSettings ordered(@Nullable DateOrder another) {
        return new ImportSettings(source, format, columns, another, names);
    }

    /** Returns a copy with other meanings of names. */
    public ImportSettings named(ChosenNames others) {
        return new ImportSettings(source, format, columns, dateOrder, others);
    }

    /** Returns a cell of a row without blanks around it; empty if the field is not imported or the row is shorter. */
    public String cell(CsvRow row, ImportField field) {
        var column = columns.get(field);
        return column == null ? "" : row.cell(column);
    }

    /** Returns by what the row is known again: its id in the other system, or what it says if that has none. */
    public String idOf(CsvRow row, ImportField field, List<String> problems) {
        var id = cell(row, field);
        if (id.length() > LONGEST_ID) {
            problems.add(field.label() + ": is longer than " + LONGEST_ID + " characters");
        }
        return id.isEmpty() || id.length() > LONGEST_ID ? row.hash() : id;
    }

    /** Returns the columns that have dates. */
    List<Integer> dateColumns() {
        return columns.entrySet().stream()
                .filter(entry -> entry.getKey().isDate())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns which columns the headings of a file suggest. */
    static Map<ImportField, Integer> columnsOf(ImportKind kind, List<String> headings) {
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        for (var field : ImportField.of(kind)) {
            field.columnIn(headings)
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(field, column));
        }
        return columns;
    }
}
