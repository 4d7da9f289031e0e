package io.plumbline.shared.ui.chart;

import io.plumbline.shared.Dates;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Named values over time.
 *
 * @param values in any order; a day may have several, which stay in their order
 * @param of what each value is of; that of a month stands at its first day
 */
public record Series(String name, List<DayValue> values, Of of) {
    /** What a value is of. */
    public enum Of {
        DAY,
        MONTH
    }

    /** More numbers than this are summed up in the name of a chart; the table holds them all. */
    private static final int MOST_SAID = 12;

    public Series {
        values = values.stream().sorted(Comparator.comparing(DayValue::day)).toList();
    }

    /** Creates values of days. */
    public Series(String name, List<DayValue> values) {
        this(name, values, Of.DAY);
    }

    /** Returns when a value is from, in words. */
    String when(DayValue at) {
        return switch (of) {
            case DAY -> Dates.dayAndYear(at.day());
            case MONTH -> Dates.month(at.day());
        };
    }

    /** Returns when an end of a drawing is, in the words below it. */
    String end(LocalDate day, DayRange days) {
        return switch (of) {
            case DAY -> days.words(day);
            case MONTH -> Dates.month(day);
        };
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
            return name + ": " + axis.words(last().value()) + (of == Of.DAY ? " on " : " in ") + when(last()) + ".";
        }
        var period = " from " + when(values.getFirst()) + " to " + when(last());
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
