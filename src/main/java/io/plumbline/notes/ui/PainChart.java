package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import io.plumbline.notes.NoteRow;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line chart of a patient's pain before and after the sessions; the numbers are its label. */
final class PainChart {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 66;
    private static final int MARGIN = 6;

    private PainChart() {}

    /** Draws the chart from notes, newest first; shows text if fewer than two notes record pain. */
    static Component of(List<NoteRow> newestFirst) {
        var told = newestFirst.reversed().stream()
                .filter(row -> row.painBefore() != null && row.painAfter() != null)
                .toList();
        if (told.isEmpty()) {
            return Ui.text("muted", "Not recorded");
        }
        var said = told.stream()
                .map(row -> Dates.day(row.treatedOn()) + ": " + row.painBefore() + " to " + row.painAfter())
                .collect(Collectors.joining("; "));
        if (told.size() == 1) {
            return Ui.text("num", said);
        }
        var svg = new Svg("""
                <svg viewBox="0 0 %d %d" role="img" aria-label="Pain before and after, 0 to 10. %s">
                  <path class="pain-before" d="%s"/><path class="pain-after" d="%s"/>
                </svg>""".formatted(
                        WIDTH,
                        HEIGHT,
                        said,
                        line(told.stream().map(NoteRow::painBefore).toList()),
                        line(told.stream().map(NoteRow::painAfter).toList())));
        svg.addClassName("pain-chart");
        return Ui.div(
                "stack-1",
                svg,
                Ui.text(
                        "muted small",
                        "Dashed before, solid after; last " + told.getLast().painBefore() + " to "
                                + told.getLast().painAfter()));
    }

    private static String line(List<Pain> pains) {
        var points = new ArrayList<String>();
        var step = (WIDTH - 2.0 * MARGIN) / (pains.size() - 1);
        for (int i = 0; i < pains.size(); i++) {
            var y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * pains.get(i).score() / Pain.WORST;
            points.add(String.format(Locale.ROOT, "%.1f %.1f", MARGIN + i * step, y));
        }
        return "M" + String.join("L", points);
    }
}
