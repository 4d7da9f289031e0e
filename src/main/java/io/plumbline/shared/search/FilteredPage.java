package io.plumbline.shared.search;

import io.plumbline.shared.store.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * The first page of a list, with how many rows each filter shows.
 *
 * @param rows the first rows
 */
public record FilteredPage<R, F extends Enum<F>>(List<R> rows, Map<F, Long> counts) {
    /** Returns the page of a list that shows nothing. */
    public static <R, F extends Enum<F>> FilteredPage<R, F> empty() {
        return new FilteredPage<R, F>(List.of(), Map.of());
    }

    /**
     * Reads both from one result: each row has the counts in columns such as {@code of_open}, and the one row of a page
     * without rows has no {@code id}.
     */
    public static <R, F extends Enum<F>> ResultSetExtractor<FilteredPage<R, F>> reader(Class<R> row, Class<F> filters) {
        return result -> {
            var line = Rows.of(row);
            var rows = new ArrayList<R>();
            var counts = new EnumMap<F, Long>(filters);
            while (result.next()) {
                for (var filter : filters.getEnumConstants()) {
                    counts.put(filter, result.getLong("of_" + filter));
                }
                if (result.getBytes("id") != null) {
                    rows.add(line.mapRow(result, rows.size()));
                }
            }
            return new FilteredPage<>(rows, counts);
        };
    }
}
