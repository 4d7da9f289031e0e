package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A chart as the browser gets it. */
record Drawn(Element page) {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    static final String MARKUP = "<script>alert(\"1\")</script> & <b>";

    static Drawn of(Component chart) {
        return new Drawn(
                Jsoup.parseBodyFragment(chart.getElement().getOuterHTML()).body());
    }

    /** Values of the first days of November, one a day. */
    static Series daily(double... values) {
        return new Series(
                "Pain",
                IntStream.range(0, values.length)
                        .mapToObj(i -> new DayValue(FIRST.plusDays(i), values[i]))
                        .toList());
    }

    Element one(String selector) {
        return page.select(selector).getFirst();
    }

    int count(String selector) {
        return page.select(selector).size();
    }

    /** What screen readers say in place of the drawing. */
    String name() {
        return one("figure [role=img]").attr("aria-label");
    }

    /** The points of a line, each as its x in per mille and its y in px. */
    List<String> points(String selector) {
        return Arrays.asList(one(selector).attr("d").substring(1).split("L"));
    }

    /** What the table for screen readers holds, a text for each row. */
    List<String> table() {
        return page.select("figure .unseen tbody tr").eachText();
    }

    String seen() {
        return one("figure [role=img]").text();
    }

    String html() {
        return page.html();
    }
}
