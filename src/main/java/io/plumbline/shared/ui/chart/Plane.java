package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Days from left to right and values from bottom to top, with the labels around them.
 *
 * @param height in px
 */
record Plane(DayRange days, Axis axis, int height) {
    Drawing.Point point(DayValue at) {
        return new Drawing.Point(days.across(at.day()), down(at.value()));
    }

    double down(double value) {
        return axis.down(value, height);
    }

    /** Returns a drawing with lines at both ends of the axis. */
    Drawing begin() {
        var drawing = new Drawing(height);
        drawing.level("chart-edge", down(axis.high()));
        drawing.level("chart-edge", down(axis.low()));
        return drawing;
    }

    /**
     * Returns the drawing between its labels: the ends of the axis, the first and the last day, and the last value.
     *
     * @param last the last day with its value
     */
    Div labeled(Drawing drawing, DayValue last) {
        return labeled(drawing, last, days::words);
    }

    /** The same with other words for the days, such as those of months. */
    Div labeled(Drawing drawing, DayValue last, Function<LocalDate, String> words) {
        var end = Ui.text("chart-end num strong", axis.words(last.value()));
        end.getStyle().set("--down", String.valueOf(Math.round(down(last.value()))));
        var dates = Ui.div("chart-days", Ui.text("num", words.apply(days.from())));
        if (!last.day().equals(days.from())) {
            dates.add(Ui.text("num", words.apply(last.day())));
        }
        return Ui.div(
                "chart-plane",
                Ui.div("chart-axis", Ui.text("num", axis.words(axis.high())), Ui.text("num", axis.words(axis.low()))),
                drawing.draw(),
                end,
                dates);
    }
}
