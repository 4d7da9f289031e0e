package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short line of values by date, with its last point marked.
 *
 * @param axis made longer where a value, the target or the band lies beyond it
 * @param target drawn dashed; null for none
 * @param dotted values to compare with, of the same days; null for none
 * @param band the values that are no important change from the first one; null for none
 */
public record Sparkline(
        Series line,
        Axis axis,
        @Nullable Double target,
        @Nullable Series dotted,
        ValueLine.@Nullable Band band) {
    private static final int HEIGHT = 48;
    private static final int LOW = 32;
    private static final double DOT = 3.5;

    /** Creates a line alone. */
    public Sparkline(Series line, Axis axis) {
        this(line, axis, null, null, null);
    }

    /** Returns this line with a target. */
    public Sparkline withTarget(double value) {
        return new Sparkline(line, axis, value, dotted, band);
    }

    /** Returns this line with a dotted one to compare with. */
    public Sparkline withDotted(Series others) {
        return new Sparkline(line, axis, target, others, band);
    }

    /** Returns this line with the values that are no important change. */
    public Sparkline withBand(ValueLine.Band values) {
        return new Sparkline(line, axis, target, dotted, values);
    }

    /** Draws the line; shows text if there are no values. */
    public Component draw() {
        if (line.values().isEmpty()) {
            return Figure.nothing();
        }
        var plane = planeOf(HEIGHT);
        var drawing = drawn(plane);
        var picture = Ui.div("chart-drawing", plane.labeled(drawing, line.last(), day -> line.end(day, plane.days())));
        if (target != null) {
            picture.add(Ui.text("chart-note", "Dashed: target " + axis.words(target)));
        }
        if (dotted != null && !compared().isEmpty()) {
            picture.add(Ui.text("chart-note", "Dotted: " + dotted.name()));
        }
        if (band != null) {
            picture.add(Ui.text("chart-note", "Tinted: no important change since the first value"));
        }
        return Figure.of(sentence(), picture, numbers());
    }

    /** Draws the line low and without labels, to stand in a row of facts that says the newest value. */
    public Component drawLow() {
        if (line.values().isEmpty()) {
            return Figure.nothing();
        }
        var plane = planeOf(LOW);
        return Figure.of(sentence(), Ui.div("chart-drawing", drawn(plane).draw()), numbers());
    }

    private Plane planeOf(int height) {
        var all = Stream.concat(line.values().stream(), compared().stream()).toList();
        var marked = DoubleStream.concat(
                target == null ? DoubleStream.empty() : DoubleStream.of(target),
                band == null ? DoubleStream.empty() : DoubleStream.of(band.low(), band.high()));
        var shown = DoubleStream.concat(all.stream().mapToDouble(DayValue::value), marked);
        return new Plane(DayRange.of(all.stream().map(DayValue::day)), axis.including(shown), height);
    }

    private List<DayValue> compared() {
        return dotted == null ? List.of() : dotted.values();
    }

    private Drawing drawn(Plane plane) {
        var drawing = plane.begin();
        if (band != null) {
            var top = plane.down(band.high());
            drawing.box("chart-band", 0, 100, top, plane.down(band.low()) - top);
        }
        if (target != null) {
            drawing.target(plane.down(target));
        }
        if (!compared().isEmpty()) {
            drawing.path(
                    "chart-line dotted", compared().stream().map(plane::point).toList());
        }
        drawing.path("chart-line", line.values().stream().map(plane::point).toList());
        var end = plane.point(line.last());
        drawing.dot("chart-dot", end.x(), end.y(), DOT);
        return drawing;
    }

    private String sentence() {
        return line.said(axis)
                + (dotted == null ? "" : " " + dotted.said(axis))
                + (target == null ? "" : " Target " + axis.words(target) + ".")
                + (band == null
                        ? ""
                        : " No important change from " + axis.words(band.low()) + " to " + axis.words(band.high())
                                + ".");
    }

    private NumberTable numbers() {
        var rows = new ArrayList<List<String>>();
        for (var series : dotted == null ? List.of(line) : List.of(line, dotted)) {
            series.values().forEach(at -> rows.add(List.of(series.when(at), series.name(), axis.words(at.value()))));
        }
        return new NumberTable(
                line.name(), List.of(line.of() == Series.Of.MONTH ? "Month" : "Date", "Measure", "Value"), rows);
    }
}
