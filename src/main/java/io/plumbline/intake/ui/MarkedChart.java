package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.charts.ChartedAreas;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** A body chart to read: the drawing with its marks, and the marks in words. */
class MarkedChart extends Composite<Div> {
    /** @param name tells the drawing from others on the page, since names of its parts must be unique there */
    MarkedChart(ChartedAreas chart, String day, String name) {
        getContent().addClassName("stack-1");
        getContent().add(drawing(chart, day, name), Ui.text("small", words(chart.areas())));
    }

    /** Returns the drawing alone; the marks in words stand somewhere else on the page. */
    static Svg drawing(ChartedAreas chart, String day, String name) {
        var drawing = new Svg(drawn(chart, name));
        drawing.addClassNames("chart-host", "chart-read");
        drawing.getElement().setAttribute("role", "img");
        drawing.getElement().setAttribute("aria-label", "Body chart of " + day);
        return drawing;
    }

    private static String drawn(ChartedAreas chart, String name) {
        var svg = BodyRegion.chart()
                .replace("bc-clip", "bc-clip-" + name)
                .replace(" role=\"img\" aria-label=\"Body chart, front and back\"", " aria-hidden=\"true\"");
        for (var area : chart.areas()) {
            var id = " id=\"bc-" + area.region().code() + "\"";
            svg = svg.replace("class=\"bc-region\"" + id, "class=\"bc-region p2\"" + id);
        }
        return svg.replaceAll(" id=\"bc-(front|back)-[^\"]*\"", "");
    }

    static String words(List<MarkedArea> areas) {
        return areas.isEmpty()
                ? "Nothing marked."
                : areas.stream().map(IntakeWords::area).collect(Collectors.joining("; "));
    }
}
