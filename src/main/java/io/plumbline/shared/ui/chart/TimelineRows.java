package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Timeline.Lane;
import io.plumbline.shared.ui.chart.Timeline.Mark;

/** The rows of a timeline, each with its name: phases, lanes, pauses, values, the present day and both ends. */
record TimelineRows(Timeline drawn, DayRange days) {
    private static final int BLOCK = 34;
    /** The lowest block still holds its words. */
    private static final int LOWEST = 20;

    private static final int STEP = 8;
    private static final int LANE = 24;
    private static final double MARK = 5.5;
    private static final int MOST_LABELED = 4;
    /** The width of a letter in a wide drawing, in percent. */
    private static final double LETTER = 1;

    /** Keeps two blocks apart, in percent of the width. */
    private static final double GAP = 0.3;

    private static final double MIDDLE = 50;
    /** So near to the middle, the present day stands beside both ends in a wide drawing. */
    private static final double BESIDE = 34;

    Div draw() {
        var rows = Ui.div("chart-time");
        if (!drawn.phases().isEmpty()) {
            rows.add(new Span(), names(), new Span(), blocks());
        }
        for (int i = 0; i < drawn.lanes().size(); i++) {
            rows.add(Ui.text("chart-name", drawn.lanes().get(i).name()), marks(i));
            if (!drawn.lanes().get(i).isOfVisits()) {
                rows.add(new Span(), found(drawn.lanes().get(i)));
            }
        }
        if (!drawn.pauses().isEmpty()) {
            rows.add(Ui.text("chart-name", drawn.pauses().getFirst().name()), pauses());
        }
        var height = drawn.lines().size() > 1 ? ValueLine.LOW : ValueLine.HIGH;
        drawn.lines().forEach(line -> rows.add(line.name(), line.drawing(days, drawn.now(), height)));
        if (drawn.now() != null) {
            var today = Ui.text("chart-now num strong", "Today, " + days.words(drawn.now()));
            at(today, days.across(drawn.now()));
            rows.add(new Span(), Ui.div("chart-names", today));
        }
        var ends = Ui.div(
                "chart-days", Ui.text("num", days.words(days.from())), Ui.text("num", days.words(drawn.lastDay())));
        if (drawn.now() != null && Math.abs(days.across(drawn.now()) - MIDDLE) < BESIDE) {
            ends.addClassName("chart-ends");
        }
        rows.add(new Span(), ends);
        return rows;
    }

    private Div names() {
        var labels = new TimelineLabels();
        drawn.phases().forEach(phase -> {
            var label = labels.add("chart-phase", phase.name(), days.across(phase.from()));
            label.getStyle().set("--wide", String.valueOf(days.across(phase.end()) - days.across(phase.from())));
            label.setClassName("strong", phase.covers(drawn.now()));
        });
        return labels.draw();
    }

    /** What the newest marks of a lane found, each at its day; the others say it in the table. */
    private Div found(Lane lane) {
        var labels = new TimelineLabels();
        lane.marks().stream()
                .skip(Math.max(0, lane.marks().size() - MOST_LABELED))
                .forEach(mark -> labels.add(
                        "chart-found " + mark.status().words(),
                        mark.status().words() + " " + days.words(mark.day()),
                        days.across(mark.day())));
        return labels.draw();
    }

    private static Span at(Span label, double across) {
        label.getStyle().set("--across", String.valueOf(across));
        return label;
    }

    private Component blocks() {
        var drawing = new Drawing(BLOCK);
        var words = Ui.div("chart-rhythms");
        for (int i = 0; i < drawn.phases().size(); i++) {
            var phase = drawn.phases().get(i);
            var left = days.across(phase.from());
            var width = Math.max(GAP, days.across(phase.end()) - left - GAP);
            var height = Math.max(LOWEST, BLOCK - 2 - i * STEP);
            var look = phase.covers(drawn.now()) ? "chart-block current" : "chart-block";
            drawing.box(look, left, width, BLOCK - 1.0 - height, height);
            var rhythm = i < drawn.rhythms().size() ? drawn.rhythms().get(i) : "";
            if (!rhythm.isEmpty() && rhythm.length() * LETTER < width) {
                var word = at(Ui.clipped("chart-rhythm", rhythm), left);
                word.getStyle().set("--wide", String.valueOf(width));
                words.add(word);
            }
        }
        return Ui.div("chart-blocks", finish(drawing), words);
    }

    private Svg marks(int index) {
        var lane = drawn.lanes().get(index);
        var look = lane.look().isEmpty() ? "chart-mark " : "chart-mark " + lane.look() + " ";
        var drawing = new Drawing(LANE);
        drawing.level("chart-edge", LANE / 2.0);
        joined(index, drawing);
        lane.marks().forEach(mark -> {
            var x = days.across(mark.day());
            switch (mark.status()) {
                case DELIVERED -> drawing.dot(look + "delivered", x, LANE / 2.0, MARK);
                case PLANNED -> drawing.dot(look + "planned", x, LANE / 2.0, MARK);
                case MISSED -> drawing.cross("chart-mark missed", x, LANE / 2.0);
                case DONE -> drawing.diamond(look + "delivered", x, LANE / 2.0);
                case DUE -> drawing.diamond(look + "planned", x, LANE / 2.0);
                case UNCHANGED -> drawing.diamond("chart-mark unchanged", x, LANE / 2.0);
                case WORSE -> drawing.diamond("chart-mark worse", x, LANE / 2.0);
            }
        });
        return finish(drawing);
    }

    /** Joins each visit with the one of the same day in the next lane above that has one. */
    private void joined(int index, Drawing drawing) {
        if (!drawn.lanes().get(index).isOfVisits()) {
            return;
        }
        drawn.lanes().get(index).marks().stream().map(Mark::day).distinct().forEach(day -> {
            for (int above = index - 1; above >= 0; above--) {
                if (drawn.lanes().get(above).marks().stream()
                        .anyMatch(mark -> mark.day().equals(day))) {
                    var from = LANE / 2.0 - (index - above) * LANE + MARK;
                    drawing.join("chart-pair", days.across(day), from, LANE / 2.0 - MARK);
                    return;
                }
            }
        });
    }

    private Svg pauses() {
        var drawing = new Drawing(LANE);
        drawing.level("chart-edge", LANE / 2.0);
        drawn.pauses().forEach(pause -> {
            var left = days.across(pause.from());
            drawing.box("chart-pause", left, Math.max(GAP, days.across(pause.end()) - left), LANE / 4.0, LANE / 2.0);
        });
        return finish(drawing);
    }

    private Svg finish(Drawing drawing) {
        if (drawn.now() != null) {
            drawing.tick(days.across(drawn.now()));
        }
        return drawing.draw();
    }
}
