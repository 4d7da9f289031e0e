package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.ui.Ui;

/** What all charts share: screen readers say a sentence in place of the drawing, and find the numbers in a table. */
final class Figure {
    private Figure() {}

    static Component of(String sentence, Div drawing, NumberTable numbers) {
        drawing.getElement().setAttribute("role", "img").setAttribute("aria-label", sentence);
        var figure = new HtmlContainer("figure", drawing, numbers.draw());
        figure.addClassName("chart");
        return figure;
    }

    /** Creates the text in place of a chart that has nothing to show. */
    static Component nothing() {
        return Ui.text("muted", "No values yet");
    }
}
