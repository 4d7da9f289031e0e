package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.notes.share.CarriedShare;
import io.plumbline.notes.share.CarriedShareService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.Sparkline;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of the text of signed notes nobody changed after it was carried forward or filled in, by author and month. */
@Route(Routes.CARRIED_TEXT)
@PageTitle("Carried text · Plumbline")
@RolesAllowed(Permission.NOTE_FOLLOW)
class CarriedTextView extends Main {
    private static final Axis PERCENT = new Axis(0, 100, "%");

    private final CarriedShareService shares;

    CarriedTextView(CarriedShareService shares) {
        this.shares = shares;
        var months = shares.findLastYear();
        Ui.page(
                this,
                "Carried text",
                "The share of the text in notes signed at your clinics that nobody changed after it was carried forward"
                        + " from an earlier note, in the last twelve months. Notes entered in error are not counted.",
                parts(months));
        if (!months.isEmpty()) {
            Ui.pageActions(this, csv());
        }
    }

    private static Component parts(List<CarriedShare> months) {
        if (months.isEmpty()) {
            return new EmptyState(
                    Icon.NOTE,
                    "No signed notes yet",
                    "Notes that are signed at your clinics are counted here from then on.");
        }
        var cards = Ui.div("stack-5");
        months.stream()
                .collect(Collectors.groupingBy(CarriedShare::author, LinkedHashMap::new, Collectors.toList()))
                .forEach((author, its) -> cards.add(card(its.getFirst().name(), its)));
        return cards;
    }

    private static Component card(String author, List<CarriedShare> its) {
        return Ui.card(author, Ui.div("side-by-side", line(its), table(author, its)));
    }

    private static Component line(List<CarriedShare> months) {
        return new Sparkline(series("Carried text", months, CarriedShare::carriedPercent), PERCENT)
                .withDotted(series("Text from templates", months, CarriedShare::templatePercent))
                .draw();
    }

    private static Series series(String name, List<CarriedShare> months, ToDoubleFunction<CarriedShare> share) {
        return new Series(
                name,
                months.stream()
                        .map(month -> new DayValue(month.month(), share.applyAsDouble(month)))
                        .toList(),
                Series.Of.MONTH);
    }

    private static Component table(String author, List<CarriedShare> months) {
        var table = new NativeTable();
        table.addClassName("figures");
        table.setCaptionText("Carried text of " + author);
        var head = new NativeTableRow();
        Stream.of("Month", "Signed notes", "With carried parts", "Carried text", "Text from templates")
                .forEach(name -> head.add(heading(name, "col")));
        table.getHead().add(head);
        months.forEach(month -> {
            var row = new NativeTableRow(heading(Dates.month(month.month()), "row"));
            row.add(
                    new NativeTableCell(String.valueOf(month.notes())),
                    new NativeTableCell(String.valueOf(month.carriedNotes())),
                    new NativeTableCell(Math.round(month.carriedPercent()) + "%"),
                    new NativeTableCell(Math.round(month.templatePercent()) + "%"));
            table.getBody().add(row);
        });
        // a table wider than its container must also scroll by keyboard
        var scroller = Ui.div("figures-scroll", table);
        scroller.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Carried text of " + author);
        return scroller;
    }

    private static NativeTableHeaderCell heading(String name, String scope) {
        var cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private Component csv() {
        var link = new Anchor(this::write, "Export CSV");
        link.getElement().setAttribute("aria-label", "Export CSV of carried text");
        return link;
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("carried-text.csv");
        event.setContentType("text/csv; charset=utf-8");
        StoreWait.takesItsTime();
        var months = shares.export();
        try (var file = new CsvFile(event.getOutputStream())) {
            file.row(
                    "Author",
                    "Month",
                    "Signed notes",
                    "With carried parts",
                    "Characters",
                    "Carried characters",
                    "Characters from templates");
            months.forEach(month -> file.row(
                    month.name(),
                    YearMonth.from(month.month()),
                    month.notes(),
                    month.carriedNotes(),
                    month.chars(),
                    month.carriedChars(),
                    month.templateChars()));
        }
    }
}
