package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Stages as bars, each with its number and its percent of the stage before. */
public record Funnel(String name, List<Stage> stages) {
    /** A stage and how many reached it. */
    public record Stage(String name, long number) {}

    public Funnel {
        stages = List.copyOf(stages);
    }

    /** Draws the funnel; shows text if there are no stages. */
    public Component draw() {
        if (stages.isEmpty()) {
            return Figure.nothing();
        }
        var most = stages.stream().mapToLong(Stage::number).max().orElse(0);
        var rows = Ui.div("chart-stages");
        var said = new ArrayList<String>();
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var number = Axis.number(stage.number());
            var percent =
                    i == 0 ? "" : percent(stage.number(), stages.get(i - 1).number());
            row(rows, stage, number, percent, most);
            said.add(stage.name() + " " + number + (percent.isEmpty() ? "" : " (" + percent + ")"));
            cells.add(List.of(stage.name(), number, percent));
        }
        var picture = Ui.div("chart-drawing", rows, Ui.text("chart-note", "Percent of the stage before"));
        return Figure.of(
                name + ": " + said.stream().collect(Collectors.joining(", ")),
                picture,
                new NumberTable(name, List.of("Stage", "Number", "Percent of the stage before"), cells));
    }

    private static void row(Div rows, Stage stage, String number, String percent, long most) {
        var drawing = new Drawing(Bar.HEIGHT);
        drawing.box("chart-ground", 0, 100, 0, Bar.HEIGHT);
        drawing.box("chart-fill", 0, Bar.share(stage.number(), most), 0, Bar.HEIGHT);
        rows.add(
                Ui.text("chart-name", stage.name()),
                drawing.draw(),
                Ui.text("num strong", number),
                Ui.text("num", percent));
    }

    /** Returns the percent of the stage before; empty if nobody reached that. */
    private static String percent(long some, long all) {
        return all == 0 ? "" : Math.round(100.0 * some / all) + "%";
    }
}
