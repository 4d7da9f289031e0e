package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.Sparkline;
import io.plumbline.shared.ui.chart.ValueLine.Band;

/** The scores of a measure by day, with the band of the published important change around the first one. */
final class MeasureChart {
    private MeasureChart() {}

    static Component of(MeasureHistory history) {
        return lineOf(history).draw();
    }

    /** Draws it low, to stand in a row of facts. */
    static Component low(MeasureHistory history) {
        return lineOf(history).drawLow();
    }

    private static Sparkline lineOf(MeasureHistory history) {
        var measure = history.measure();
        var scores = history.scores().stream()
                .map(score ->
                        new DayValue(score.measuredOn(), score.result().score().doubleValue()))
                .toList();
        var line = new Sparkline(new Series(measure.title(), scores), Axis.of(measure.lowest(), measure.highest()));
        return history.unchanged()
                .map(range -> line.withBand(
                        new Band(range.low().doubleValue(), range.high().doubleValue())))
                .orElse(line);
    }
}
