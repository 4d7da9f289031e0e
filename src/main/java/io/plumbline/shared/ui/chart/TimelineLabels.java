package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels at their places along time that never lie upon each other: one that does not fit beside those before it goes a
 * line down, and one at the right edge ends there. It is reckoned for a wide, a middle and a narrow drawing; the style
 * sheet takes the one that fits its place.
 */
final class TimelineLabels {
    /** The width of a letter in percent of a drawing of 850, of 400 and of 190 px. */
    private static final double WIDE = 0.75;

    private static final double MIDDLE = 1.6;
    private static final double NARROW = 3.4;

    private final Div row = Ui.div("chart-names chart-labels");
    private final Lines wide = new Lines(WIDE);
    private final Lines middle = new Lines(MIDDLE);
    private final Lines narrow = new Lines(NARROW);

    /** The lines of labels in a drawing of one width; each holds where its last label ends. */
    private static final class Lines {
        private final double letter;
        private final List<Double> ends = new ArrayList<>();

        Lines(double letter) {
            this.letter = letter;
        }

        double start(String words, double across) {
            return Math.max(0, Math.min(across, 100 - words.length() * letter));
        }

        /** Returns the first line in which a label has its place. */
        int take(String words, double across) {
            var start = start(words, across);
            int line = 0;
            while (line < ends.size() && ends.get(line) > start) {
                line++;
            }
            var end = start + (words.length() + 1) * letter;
            if (line == ends.size()) {
                ends.add(end);
            } else {
                ends.set(line, end);
            }
            return line;
        }

        int count() {
            return Math.max(1, ends.size());
        }
    }

    /** @param across in percent from the left edge */
    Span add(String classes, String words, double across) {
        var label = Ui.clipped(classes, words);
        label.getStyle()
                .set("--across", String.valueOf(across))
                .set("--left", rounded(wide.start(words, across)))
                .set("--line", String.valueOf(wide.take(words, across)))
                .set("--left-middle", rounded(middle.start(words, across)))
                .set("--line-middle", String.valueOf(middle.take(words, across)))
                .set("--left-narrow", rounded(narrow.start(words, across)))
                .set("--line-narrow", String.valueOf(narrow.take(words, across)));
        row.add(label);
        return label;
    }

    Div draw() {
        row.getStyle()
                .set("--lines", String.valueOf(wide.count()))
                .set("--lines-middle", String.valueOf(middle.count()))
                .set("--lines-narrow", String.valueOf(narrow.count()));
        return row;
    }

    private static String rounded(double percent) {
        return String.valueOf(Math.round(percent * 10) / 10.0);
    }
}
