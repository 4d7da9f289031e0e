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
 * @param dateOrder the order of day and month in birth dates; null if the dates cannot be read in two ways
 */
public record ImportSettings(
        ImportSource source,
        CsvFormat format,
        Map<ImportField, Integer> columns,
        @Nullable DateOrder dateOrder) {
    public ImportSettings {
        columns = Map.copyOf(columns);
    }

    /** Returns which columns the headings of a file suggest. */
    static Map<ImportField, Integer> columnsOf(List<String> headings) {
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        for (var field : ImportField.values()) {
            field.columnIn(headings)
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(field, column));
        }
        return columns;
    }
}
