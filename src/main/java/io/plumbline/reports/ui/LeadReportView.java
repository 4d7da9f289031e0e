package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.leads.LeadStatus;
import io.plumbline.reports.ReportService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

@Route(Places.LEADS_REPORT)
@RouteAlias(Places.REPORTS)
@PageTitle("Reports · Plumbline")
@Menu(order = 12, title = "Reports", icon = "BOARD")
@RolesAllowed(Permission.REPORT_READ)
class LeadReportView extends Main {
    LeadReportView(ReportService reports) {
        Ui.main(this);
        add(Ui.div(
                "page wide",
                Ui.div(
                        "page-head",
                        Ui.div(
                                "stack-0",
                                Ui.title("Reports"),
                                Ui.text(
                                        "muted",
                                        "Where the consultation leads of your clinics and of the group stand."))),
                Ui.card("Leads by status", bars(reports.leadsByStatus()))));
    }

    private static Component bars(Map<LeadStatus, Long> counts) {
        if (counts.isEmpty()) {
            return Ui.text("muted", "No lead yet. Their number appears here with the first one.");
        }
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var list = new UnorderedList();
        list.addClassName("bars");
        counts.forEach((status, count) -> {
            var bar = Ui.div("bar");
            bar.getStyle().set("--share", String.valueOf((double) count / all));
            var shown = new NavBadge.Waiting(count, status.word()).shown();
            list.add(new ListItem(Ui.text("", status.word()), bar, Ui.text("num strong", shown)));
        });
        return list;
    }
}
