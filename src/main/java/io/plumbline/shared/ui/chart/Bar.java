package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole as a bar, such as the delivered of the planned visits. What is below 0 is drawn as 0, and what is
 * more than the whole goes beyond it.
 *
 * @param tick a line across the bar; null for none
 */
public record Bar(
        String name, double value, double whole, @Nullable Tick tick) {
    static final int HEIGHT = 16;

    /** A value to compare with, such as the visits due by today. */
    public record Tick(String name, double value) {}

    /** Creates a bar without a tick. */
    public Bar(String name, double value, double whole) {
        this(name, value, whole, null);
    }

    /** Returns this bar with a tick. */
    public Bar withTick(String what, double at) {
        return new Bar(name, value, whole, new Tick(what, at));
    }

    /** Draws the bar. */
    public Component draw() {
        var longest = Math.max(Math.max(value, whole), tick == null ? 0 : tick.value());
        var drawing = new Drawing(HEIGHT);
        drawing.box("chart-ground", 0, share(whole, longest), 2, HEIGHT - 4);
        drawing.box("chart-fill", 0, share(value, longest), 2, HEIGHT - 4);
        if (tick != null) {
            drawing.tick(share(tick.value(), longest));
        }
        var words = Axis.number(value) + " of " + Axis.number(whole);
        var picture = Ui.div(
                "chart-drawing",
                Ui.div("chart-row", Ui.text("chart-name", name), drawing.draw(), Ui.text("num strong", words)));
        if (tick != null) {
            picture.add(Ui.text("chart-note", "Line: " + tick.name() + " " + Axis.number(tick.value())));
        }
        return Figure.of(
                name + ": " + words + (tick == null ? "" : ", " + tick.name() + " " + Axis.number(tick.value())) + ".",
                picture,
                numbers());
    }

    private NumberTable numbers() {
        var rows = new ArrayList<>(List.of(List.of(name, Axis.number(value)), List.of("Of", Axis.number(whole))));
        if (tick != null) {
            rows.add(List.of(tick.name(), Axis.number(tick.value())));
        }
        return new NumberTable(name, List.of("Measure", "Value"), rows);
    }

    /** Returns a share in percent. */
    static double share(double value, double longest) {
        return longest <= 0 ? 0 : 100 * Math.max(0, value) / longest;
    }
}
