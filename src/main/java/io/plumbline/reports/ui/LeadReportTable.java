package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadFilterAddress;
import io.plumbline.leads.report.LeadFigures;
import io.plumbline.leads.report.LeadReport;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of a report, one row per group and a total; counts of leads link to their list. */
final class LeadReportTable {
    private LeadReportTable() {}

    static Component of(LeadReport report, LeadReportBy by, LeadFilter filter) {
        var table = new NativeTable();
        table.addClassName("figures");
        table.setCaptionText("Leads by " + by.label().toLowerCase(Locale.ROOT));
        var head = new NativeTableRow(column(by.label()));
        for (var step : FunnelStep.values()) {
            head.add(column(step.label()));
        }
        head.add(
                column("Conversion"),
                column("Time to first attempt, median"),
                column("Time to first attempt, 90th percentile"),
                column("Time to contact, median"),
                column("Time to contact, 90th percentile"),
                column("Response target met"));
        table.getHead().add(head);
        report.parts().forEach(part -> table.getBody().add(row(name(part.name(), by), part.filter(), part.figures())));
        table.getFoot().add(row("All", filter, report.all()));
        // a table wider than its container must also scroll by keyboard
        var scroller = Ui.div("figures-scroll", table);
        scroller.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Leads by " + by.label().toLowerCase(Locale.ROOT));
        return scroller;
    }

    /** The name of a week is its Monday, in ISO 8601 as in the file. */
    private static String name(String part, LeadReportBy by) {
        return by == LeadReportBy.WEEK ? Dates.dayAndYear(LocalDate.parse(part)) : part;
    }

    private static NativeTableRow row(String name, @Nullable LeadFilter filter, LeadFigures figures) {
        var title = new NativeTableHeaderCell(name);
        title.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(title);
        for (var step : FunnelStep.values()) {
            row.add(new NativeTableCell(number(figures.at(step), filter == null ? null : filter.reached(step))));
        }
        row.add(
                cell(figures.conversionPercent(), "%"),
                cell(figures.toAttempt().median(), " min"),
                cell(figures.toAttempt().p90(), " min"),
                cell(figures.toContact().median(), " min"),
                cell(figures.toContact().p90(), " min"),
                cell(figures.responseTargetPercent(), "%"));
        return row;
    }

    /** Returns a count that links to its list of leads. */
    static Component number(long leads, @Nullable LeadFilter filter) {
        return filter == null || leads == 0 ? new Text(String.valueOf(leads)) : link(String.valueOf(leads), filter);
    }

    static Anchor link(String text, LeadFilter filter) {
        return new Anchor(
                Routes.LEADS_LIST + "?"
                        + QueryParameters.simple(LeadFilterAddress.of(filter)).getQueryString(),
                text);
    }

    private static NativeTableCell cell(@Nullable Integer number, String measure) {
        return new NativeTableCell(number == null ? "–" : number + measure);
    }

    private static NativeTableHeaderCell column(String name) {
        var cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** Returns the lost reasons with their counts. */
    static Component lostReasons(LeadReport report, LeadFilter filter) {
        if (report.lostReasons().isEmpty()) {
            return Ui.text("muted", "No leads were lost in this period.");
        }
        var most = report.lostReasons().getFirst().leads();
        var list = new UnorderedList();
        list.addClassName("bars");
        report.lostReasons().forEach(lost -> {
            var bar = new Div();
            bar.addClassName("bar");
            bar.getStyle().set("--share", String.valueOf((double) lost.leads() / most));
            list.add(new ListItem(
                    Ui.text("", lost.reason()),
                    bar,
                    Ui.span("num strong", number(lost.leads(), filter.lostFor(lost.reason())))));
        });
        return list;
    }
}
