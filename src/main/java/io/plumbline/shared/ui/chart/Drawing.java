package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Svg;
import java.util.List;

/**
 * An SVG as wide as its place and never scaled: x is in percent of its width, y in px from its upper edge. It holds no
 * text: words stand beside it, in the sizes of the page.
 */
final class Drawing {
    private static final int CROSS = 4;

    private final int height;
    private final StringBuilder shapes = new StringBuilder();

    Drawing(int height) {
        this.height = height;
    }

    /** Draws a line over the whole width. */
    void level(String look, double y) {
        shapes.append("<line class=\"%s\" x1=\"0\" x2=\"100%%\" y1=\"%s\" y2=\"%s\"/>"
                .formatted(look, rounded(y), rounded(y)));
    }

    /** Draws a dashed line over the whole width, with a halo where it crosses a filled shape. */
    void target(double y) {
        level("chart-halo", y);
        level("chart-target", y);
    }

    /** Draws a line over the whole height, with a halo where it crosses a filled shape. */
    void tick(double x) {
        upright("chart-halo", x);
        upright("chart-tick", x);
    }

    private void upright(String look, double x) {
        shapes.append("<line class=\"%s\" x1=\"%s%%\" x2=\"%s%%\" y1=\"0\" y2=\"%s\"/>"
                .formatted(look, rounded(x), rounded(x), height));
    }

    /** Draws an upright line between two heights; it may begin above the drawing. */
    void join(String look, double x, double from, double until) {
        shapes.append("<line class=\"%1$s\" x1=\"%2$s%%\" x2=\"%2$s%%\" y1=\"%3$s\" y2=\"%4$s\"/>"
                .formatted(look, rounded(x), rounded(from), rounded(until)));
    }

    void box(String look, double x, double width, double y, double boxHeight) {
        shapes.append("<rect class=\"%s\" x=\"%s%%\" width=\"%s%%\" y=\"%s\" height=\"%s\"/>"
                .formatted(look, rounded(x), rounded(width), rounded(y), rounded(boxHeight)));
    }

    void dot(String look, double x, double y, double radius) {
        shapes.append("<circle class=\"%s\" cx=\"%s%%\" cy=\"%s\" r=\"%s\"/>"
                .formatted(look, rounded(x), rounded(y), rounded(radius)));
    }

    void cross(String look, double x, double y) {
        shapes.append(
                "<svg x=\"%1$s%%\" y=\"%2$s\" overflow=\"visible\"><path class=\"%3$s\" d=\"M-%4$s -%4$sL%4$s %4$sM%4$s -%4$sL-%4$s %4$s\"/></svg>"
                        .formatted(rounded(x), rounded(y), look, CROSS));
    }

    void diamond(String look, double x, double y) {
        shapes.append(
                "<svg x=\"%1$s%%\" y=\"%2$s\" overflow=\"visible\"><path class=\"%3$s\" d=\"M0 -%4$sL%4$s 0L0 %4$sL-%4$s 0Z\"/></svg>"
                        .formatted(rounded(x), rounded(y), look, CROSS + 1));
    }

    /** Draws a line through points; a single point becomes a dot of the line's width. */
    void path(String look, List<Point> points) {
        var way = new StringBuilder();
        for (var point : points) {
            way.append(way.isEmpty() ? "M" : "L")
                    .append(rounded(10 * point.x()))
                    .append(' ')
                    .append(rounded(point.y()));
        }
        if (points.size() == 1) {
            way.append("h0");
        }
        // a path knows no percent: this part alone is stretched, and its stroke keeps its width by the style sheet
        shapes.append(
                "<svg viewBox=\"0 0 1000 %s\" width=\"100%%\" height=\"%s\" preserveAspectRatio=\"none\"><path class=\"%s\" d=\"%s\"/></svg>"
                        .formatted(height, height, look, way));
    }

    Svg draw() {
        return new Svg("<svg width=\"100%%\" height=\"%s\" aria-hidden=\"true\" focusable=\"false\">%s</svg>"
                .formatted(height, shapes));
    }

    private static String rounded(double number) {
        var tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : String.valueOf(tenths / 10.0);
    }

    /**
     * @param x in percent of the width
     * @param y in px from the upper edge
     */
    record Point(double x, double y) {}
}
