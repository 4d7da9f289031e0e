package io.plumbline.shared.ui.chart;

import io.plumbline.shared.Count;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The values of a chart from its lower to its upper edge.
 *
 * @param unit follows each number, such as <code>"%"</code>; may be empty
 */
public record Axis(double low, double high, String unit) {
    /** Keeps the marks of the highest and the lowest value inside the drawing, in px. */
    private static final int MARGIN = 5;

    public Axis {
        if (!(low < high)) {
            throw new IllegalArgumentException("An axis ends above its start");
        }
    }

    /** Creates an axis without a unit. */
    public static Axis of(double low, double high) {
        return new Axis(low, high, "");
    }

    /** Creates an axis from 0 to a round number that is not below any of the values. */
    public static Axis fromZero(Series series, String unit) {
        var most = series.values().stream().mapToDouble(DayValue::value).max().orElse(0);
        if (most <= 0) {
            return new Axis(0, 1, unit);
        }
        var step = Math.pow(10, Math.floor(Math.log10(most)));
        return new Axis(0, Math.ceil(most / step) * step, unit);
    }

    /** Returns this axis, made longer where a value lies beyond its ends. */
    Axis including(DoubleStream values) {
        var spread = values.summaryStatistics();
        return new Axis(Math.min(low, spread.getMin()), Math.max(high, spread.getMax()), unit);
    }

    /** Returns where a value lies, in px from the upper edge of a drawing. */
    double down(double value, int height) {
        return height - MARGIN - (value - low) / (high - low) * (height - 2.0 * MARGIN);
    }

    String words(double value) {
        return number(value) + unit;
    }

    /** Formats a number with one decimal at most: <em>1,200</em>, <em>4.5</em>. */
    static String number(double value) {
        var rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Count.number((long) rounded)
                : String.format(Locale.ROOT, "%,.1f", rounded);
    }
}
