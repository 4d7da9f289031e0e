package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.report.LeadFigures;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lead funnel as horizontal bars; the numbers are its accessible label and are also in the table. */
final class FunnelChart {
    private static final int ROW = 30;
    private static final int BAR = 20;
    private static final int LABEL = 84;
    private static final int LONGEST_BAR = 220;
    private static final int WIDTH = 370;

    private FunnelChart() {}

    static Component of(LeadFigures figures) {
        var steps = FunnelStep.values();
        var said = Arrays.stream(steps)
                .map(step -> step.label() + " " + figures.at(step))
                .collect(Collectors.joining(", "));
        var rows = new StringBuilder();
        for (var step : steps) {
            var top = step.ordinal() * ROW;
            var length = (double) LONGEST_BAR * figures.at(step) / Math.max(1, figures.received());
            rows.append(String.format(
                    Locale.ROOT,
                    """
                    <text class="chart-label" x="0" y="%d">%s</text>
                    <rect class="chart-ground" x="%d" y="%d" width="%d" height="%d" rx="3"/>
                    <rect class="chart-bar" x="%d" y="%d" width="%.1f" height="%d" rx="3"/>
                    <text class="chart-number" x="%d" y="%d">%d</text>""",
                    top + 15,
                    step.label(),
                    LABEL,
                    top,
                    LONGEST_BAR,
                    BAR,
                    LABEL,
                    top,
                    length,
                    BAR,
                    WIDTH,
                    top + 15,
                    figures.at(step)));
        }
        var svg = new Svg("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Funnel: %s\">%s</svg>"
                .formatted(WIDTH, steps.length * ROW, said, rows));
        svg.addClassName("funnel-chart");
        return svg;
    }
}
