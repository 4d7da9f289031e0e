package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values below the phases of a {@link Timeline}, on its days.
 *
 * @param axis made longer where a value, the target or the band lies beyond it
 * @param dotted values to compare with; null for none
 * @param target drawn dashed; null for none
 * @param band the values that are no important change from the first one; null for none
 */
public record ValueLine(
        Series line,
        Axis axis,
        @Nullable Series dotted,
        @Nullable Double target,
        @Nullable Band band) {
    /** The height of a line that is alone, in px. */
    static final int HIGH = 64;

    /** The height of each of several lines: all of them are seen at once. */
    static final int LOW = 36;

    private static final double DOT = 3;

    /** Values between two edges. */
    public record Band(double low, double high) {}

    /** Creates a line alone. */
    public ValueLine(Series line, Axis axis) {
        this(line, axis, null, null, null);
    }

    /** Returns this line with values to compare with. */
    public ValueLine withDotted(Series others) {
        return new ValueLine(line, axis, others, target, band);
    }

    /** Returns this line with a target. */
    public ValueLine withTarget(double value) {
        return new ValueLine(line, axis, dotted, value, band);
    }

    /** Returns this line with the values that are no important change. */
    public ValueLine withBand(Band values) {
        return new ValueLine(line, axis, dotted, target, values);
    }

    Stream<LocalDate> days() {
        return series().stream().flatMap(some -> some.values().stream()).map(DayValue::day);
    }

    /** Shows what the line is about, with its first and its newest value. */
    Component name() {
        var part = Ui.div("stack-0", Ui.text("chart-name", line.name()));
        var first = line.values().getFirst();
        var values = Ui.div("chart-values num");
        if (line.values().size() > 1) {
            values.add(Ui.text("", axis.words(first.value()) + " → "));
        }
        values.add(Ui.text("strong", axis.words(line.last().value())));
        if (target != null) {
            values.add(Ui.text("", ", target " + axis.words(target)));
        }
        part.add(values);
        return part;
    }

    Svg drawing(DayRange days, @Nullable LocalDate now, int height) {
        var plane = new Plane(days, axis.including(shown()), height);
        var drawing = new Drawing(height);
        if (band != null) {
            var top = plane.down(band.high());
            drawing.box("chart-band", 0, 100, top, plane.down(band.low()) - top);
        }
        drawing.level("chart-edge", plane.down(plane.axis().low()));
        drawing.level("chart-edge", plane.down(plane.axis().high()));
        if (target != null) {
            drawing.target(plane.down(target));
        }
        if (dotted != null && !dotted.values().isEmpty()) {
            drawing.path(
                    "chart-line dotted",
                    dotted.values().stream().map(plane::point).toList());
        }
        drawing.path("chart-line", line.values().stream().map(plane::point).toList());
        line.values().stream().map(plane::point).forEach(at -> drawing.dot("chart-dot", at.x(), at.y(), DOT));
        if (now != null) {
            drawing.tick(days.across(now));
        }
        return drawing.draw();
    }

    String sentence() {
        var words = new StringBuilder(line.said(axis));
        if (dotted != null && !dotted.values().isEmpty()) {
            words.append(' ').append(dotted.said(axis));
        }
        if (target != null) {
            words.append(" Target ").append(axis.words(target)).append('.');
        }
        return words.toString();
    }

    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        for (var series : series()) {
            series.values()
                    .forEach(at ->
                            rows.add(List.of(series.name(), Dates.dayAndYear(at.day()), "", axis.words(at.value()))));
        }
        return rows;
    }

    private List<Series> series() {
        return dotted == null ? List.of(line) : List.of(line, dotted);
    }

    private DoubleStream shown() {
        var values = series().stream().flatMap(some -> some.values().stream()).mapToDouble(DayValue::value);
        var marked = DoubleStream.concat(
                target == null ? DoubleStream.empty() : DoubleStream.of(target),
                band == null ? DoubleStream.empty() : DoubleStream.of(band.low(), band.high()));
        return DoubleStream.concat(values, marked);
    }
}
