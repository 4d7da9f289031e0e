package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weekly values as columns or as a line. A week without a value leaves a gap between the columns.
 *
 * @param weeks the day of a value is the first of its week
 * @param axis made longer where a value or the target lies beyond it
 * @param target drawn dashed; null for none
 */
public record Trend(
        Series weeks, Axis axis, Form form, @Nullable Double target) {
    private static final int HEIGHT = 96;
    private static final double DOT = 4;
    private static final int DAYS_OF_WEEK = 7;
    /** The rest is the space between two columns. */
    private static final double COLUMN = 0.8;

    private static final double THINNEST_COLUMN = 0.1;

    /** How the values are drawn. */
    public enum Form {
        COLUMNS,
        LINE
    }

    /** Creates a trend without a target. */
    public Trend(Series weeks, Axis axis, Form form) {
        this(weeks, axis, form, null);
    }

    /** Returns this trend with a target. */
    public Trend withTarget(double value) {
        return new Trend(weeks, axis, form, value);
    }

    /** Draws the trend; shows text if there are no values. */
    public Component draw() {
        if (weeks.values().isEmpty()) {
            return Figure.nothing();
        }
        var shown = DoubleStream.concat(
                weeks.values().stream().mapToDouble(DayValue::value),
                target == null ? DoubleStream.empty() : DoubleStream.of(target));
        var plane = new Plane(DayRange.of(days()), axis.including(shown), HEIGHT);
        var drawing = plane.begin();
        if (form == Form.COLUMNS) {
            weeks.values().forEach(week -> column(plane, drawing, week));
        }
        // above the columns, which would hide it, and below the line, which it would cut
        if (target != null) {
            drawing.target(plane.down(target));
        }
        if (form == Form.LINE) {
            drawing.path("chart-line", weeks.values().stream().map(plane::point).toList());
            var end = plane.point(weeks.last());
            drawing.dot("chart-dot", end.x(), end.y(), DOT);
        }
        var picture = Ui.div("chart-drawing", plane.labeled(drawing, weeks.last()));
        if (target != null) {
            picture.add(Ui.text("chart-note", "Dashed: target " + axis.words(target)));
        }
        return Figure.of(
                weeks.said(axis) + (target == null ? "" : " Target " + axis.words(target) + "."), picture, numbers());
    }

    /** Columns need the whole of the last week, a line ends at its last point. */
    private Stream<LocalDate> days() {
        var begins = weeks.values().stream().map(DayValue::day);
        return form == Form.LINE
                ? begins
                : Stream.concat(begins, Stream.of(weeks.last().day().plusDays(DAYS_OF_WEEK)));
    }

    private static void column(Plane plane, Drawing drawing, DayValue week) {
        var left = plane.days().across(week.day());
        var width = COLUMN * (plane.days().across(week.day().plusDays(DAYS_OF_WEEK)) - left);
        var ground = plane.down(Math.clamp(0, plane.axis().low(), plane.axis().high()));
        var end = plane.down(week.value());
        drawing.box(
                "chart-fill", left, Math.max(THINNEST_COLUMN, width), Math.min(ground, end), Math.abs(ground - end));
    }

    private NumberTable numbers() {
        return new NumberTable(
                weeks.name(),
                List.of("Week from", "Value"),
                weeks.values().stream()
                        .map(week -> List.of(Dates.dayAndYear(week.day()), axis.words(week.value())))
                        .toList());
    }
}
