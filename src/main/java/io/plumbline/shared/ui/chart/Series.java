package io.plumbline.shared.ui.chart;

import io.plumbline.shared.Dates;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Named values over time.
 *
 * @param values in any order; a day may have several, which stay in their order
 */
public record Series(String name, List<DayValue> values) {
    /** More numbers than this are summed up in the name of a chart; the table holds them all. */
    private static final int MOST_SAID = 12;

    public Series {
        values = values.stream().sorted(Comparator.comparing(DayValue::day)).toList();
    }

    DayValue last() {
        return values.getLast();
    }

    /** Returns the sentence that screen readers say in place of the drawing. */
    String said(Axis axis) {
        if (values.isEmpty()) {
            return name + ": no values.";
        }
        if (values.size() == 1) {
            return name + ": " + axis.words(last().value()) + " on " + Dates.dayAndYear(last().day()) + ".";
        }
        var period = " from " + Dates.dayAndYear(values.getFirst().day()) + " to " + Dates.dayAndYear(last().day());
        if (values.size() <= MOST_SAID) {
            return name + ": "
                    + values.stream().map(at -> axis.words(at.value())).collect(Collectors.joining(", ")) + period
                    + ".";
        }
        var spread = values.stream().mapToDouble(DayValue::value).summaryStatistics();
        return name + ": " + values.size() + " values" + period + ", first "
                + axis.words(values.getFirst().value()) + ", last " + axis.words(last().value()) + ", lowest "
                + axis.words(spread.getMin()) + ", highest " + axis.words(spread.getMax()) + ".";
    }
}
