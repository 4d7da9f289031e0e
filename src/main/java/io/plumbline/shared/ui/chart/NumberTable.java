package io.plumbline.shared.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * The numbers of a chart for screen readers. It is one component, whatever the number of rows.
 *
 * @param rows the first cell of each is its heading
 */
record NumberTable(String caption, List<String> columns, List<List<String>> rows) {
    Component draw() {
        return new Html("""
                <div class="unseen"><table><caption>%s</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>""".formatted(
                HtmlUtils.htmlEscape(caption),
                columns.stream().map(column -> cell("th scope=\"col\"", column)).collect(Collectors.joining()),
                rows.stream().map(NumberTable::row).collect(Collectors.joining())));
    }

    private static String row(List<String> cells) {
        return "<tr>" + cell("th scope=\"row\"", cells.getFirst())
                + cells.stream().skip(1).map(text -> cell("td", text)).collect(Collectors.joining()) + "</tr>";
    }

    private static String cell(String tag, String text) {
        return "<" + tag + ">" + HtmlUtils.htmlEscape(text) + "</" + tag.substring(0, 2) + ">";
    }
}
