package io.plumbline.imports;

import io.plumbline.shared.DateOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds by all dates of a file whether the month or the day comes first. Where the dates do not say so, it is
 * asked and never guessed.
 */
final class BirthDateOrder {
    private static final int MONTHS = 12;
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[./ -](\\d{1,2})[./ -](\\d{4})(?:\\D.*)?");

    private final Set<DateOrder> evidence = EnumSet.noneOf(DateOrder.class);
    private boolean hasAmbiguous;

    /** Reads all that are left of the rows of a file. */
    static BirthDateOrder of(CsvRows rows, List<Integer> columns) {
        var order = new BirthDateOrder();
        if (!columns.isEmpty()) {
            rows.forEachRemaining(row -> order.add(row, columns));
        }
        return order;
    }

    /** Takes the dates of one more row into account. */
    void add(CsvRow row, List<Integer> columns) {
        columns.forEach(column -> add(row.cell(column)));
    }

    /** Takes one more date into account. */
    void add(String typed) {
        var match = YEAR_LAST.matcher(typed.strip());
        if (!match.matches()) {
            return;
        }
        var first = Integer.parseInt(match.group(1));
        var second = Integer.parseInt(match.group(2));
        if (first > MONTHS && second <= MONTHS) {
            evidence.add(DateOrder.DAY_FIRST);
        } else if (second > MONTHS && first <= MONTHS) {
            evidence.add(DateOrder.MONTH_FIRST);
        } else if (first != second) {
            hasAmbiguous = true;
        }
    }

    /** Returns the order if the dates say which; empty if it must be asked, or if both orders occur. */
    Optional<DateOrder> order() {
        return evidence.size() == 1 ? Optional.of(evidence.iterator().next()) : Optional.empty();
    }

    /** Returns whether some dates could be read in two ways, and no other date says in which. */
    boolean mustBeAsked() {
        return evidence.size() > 1 || evidence.isEmpty() && hasAmbiguous;
    }
}
