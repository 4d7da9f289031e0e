package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadCallers;
import io.plumbline.leads.LeadFigures;
import io.plumbline.leads.LeadFilter;
import io.plumbline.leads.LeadFilterAddress;
import io.plumbline.leads.LeadReport;
import io.plumbline.leads.LeadReportBy;
import io.plumbline.leads.LeadReportService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.StoreWait;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the consultation leads of a period went; the address says of which. */
@Route(Places.LEADS_REPORT)
@RouteAlias(Places.REPORTS)
@PageTitle("Report · Plumbline")
@Menu(order = 13, title = "Report", icon = "PLAN")
@RolesAllowed(Permission.REPORT_READ)
class LeadReportView extends Main implements BeforeEnterObserver {
    private static final String BY = "by";
    private static final int USUAL_DAYS = 30;

    private final LeadReportService reports;
    private final LeadReportFilters filters;
    private final ClinicService clinics;
    private final Clock clock;
    private final Div answer = Ui.div("stack-5");
    private LeadFilter filter = LeadFilter.NONE;
    private LeadReportBy by = LeadReportBy.SOURCE;

    LeadReportView(LeadReportService reports, LeadCallers callers, ClinicService clinics, Clock clock) {
        this.reports = reports;
        this.clinics = clinics;
        this.clock = clock;
        filters = new LeadReportFilters(queues(clinics), callers, this::go);
        Ui.main(this);
        add(Ui.div(
                "page wide",
                Ui.div(
                        "page-head",
                        Ui.div(
                                "stack-0",
                                Ui.title("Report"),
                                Ui.text(
                                        "muted",
                                        "How the consultation leads of your clinics and of the group went. Spam and what"
                                                + " was merged are not counted; minutes are opening minutes.")),
                        csv()),
                filters,
                answer));
    }

    private static Map<ClinicId, String> queues(ClinicService clinics) {
        var queues = clinics.myLabels().stream()
                .collect(Collectors.toMap(ClinicLabel::id, ClinicLabel::name, (a, b) -> a, LinkedHashMap::new));
        queues.put(LeadFilter.GROUP, "Group");
        return queues;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        var asked = LeadFilterAddress.read(single(address));
        var today = LocalDate.ofInstant(clock.instant(), clinics.ownZone());
        by = Filters.of(address, BY, LeadReportBy.class).orElse(LeadReportBy.SOURCE);
        filter = new LeadFilter(
                null,
                null,
                asked.source(),
                asked.queue(),
                asked.caller(),
                asked.from() == null && asked.to() == null ? today.minusDays(USUAL_DAYS - 1) : asked.from(),
                asked.from() == null && asked.to() == null ? today : asked.to(),
                null,
                "");
        filters.show(filter, by);
        answer.removeAll();
        try {
            answer.add(parts(reports.report(filter, by)));
        } catch (IllegalArgumentException otherPeriod) {
            filters.refuse(String.valueOf(otherPeriod.getMessage()));
            answer.add(Ui.alert(otherPeriod.getMessage() + "."));
        }
    }

    private static Map<String, String> single(Location address) {
        return address.getQueryParameters().getParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private Component parts(LeadReport report) {
        if (report.all().received() == 0) {
            return Ui.card(
                    "No lead", Ui.text("muted", "No lead came in then. Choose other days, or take a filter away."));
        }
        return Ui.div(
                "stack-5",
                Ui.div(
                        "side-by-side",
                        Ui.card("How far they came", FunnelChart.of(report.all())),
                        Ui.card("How soon we called", facts(report.all()))),
                Ui.card("By " + by.word().toLowerCase(Locale.ROOT), LeadReportTable.of(report, by, filter)),
                Ui.card("Why leads were given up", LeadReportTable.lostReasons(report, filter)));
    }

    private static Component facts(LeadFigures all) {
        return Ui.facts(
                "First attempt, median", minutes(all.toAttempt().median()),
                "First attempt, nine of ten", minutes(all.toAttempt().p90()),
                "Contact, median", minutes(all.toContact().median()),
                "Contact, nine of ten", minutes(all.toContact().p90()),
                "Promise kept", percent(all.promisePercent(), all.promiseKept() + all.promiseBroken()),
                "Conversion", percent(all.conversionPercent(), all.received()));
    }

    private static String minutes(@Nullable Integer minutes) {
        return minutes == null ? "Nobody was called yet" : minutes + " opening minutes";
    }

    private static String percent(@Nullable Integer percent, long of) {
        return percent == null ? "None yet" : percent + " % of " + of;
    }

    private Component csv() {
        var link = new Anchor(this::write, "Export CSV");
        link.getElement().setAttribute("aria-label", "Export CSV of this report");
        return link;
    }

    private void write(DownloadEvent event) throws IOException {
        event.setFileName("leads-" + filter.from() + "-" + filter.to() + "-by-" + Filters.inAddress(by) + ".csv");
        event.setContentType("text/csv; charset=utf-8");
        StoreWait.takesItsTime();
        LeadReportCsv.write(reports.report(filter, by), by, event.getOutputStream());
    }

    private void go() {
        var parameters = new LinkedHashMap<>(LeadFilterAddress.of(filters.filter()));
        parameters.put(BY, Filters.inAddress(filters.sideBySide()));
        UI.getCurrentOrThrow().navigate(Places.LEADS_REPORT, QueryParameters.simple(parameters));
    }
}
