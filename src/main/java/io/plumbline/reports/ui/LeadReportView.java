package io.plumbline.reports.ui;

import com.vaadin.flow.component.Component;
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
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.list.LeadCallerService;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadFilterAddress;
import io.plumbline.leads.report.LeadFigures;
import io.plumbline.leads.report.LeadReport;
import io.plumbline.leads.report.LeadReportBy;
import io.plumbline.leads.report.LeadReportService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Funnel;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lead report for a period; the URL holds the filters. */
@Route(Routes.LEADS_REPORT)
@RouteAlias(Routes.REPORTS)
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

    LeadReportView(LeadReportService reports, LeadCallerService callers, ClinicService clinics, Clock clock) {
        this.reports = reports;
        this.clinics = clinics;
        this.clock = clock;
        filters = new LeadReportFilters(queues(clinics), callers, this::go);
        Ui.main(this);
        add(Ui.div(
                "page wide",
                Ui.head(
                        "Report",
                        "Results for the consultation leads of your clinics and of the group. Spam and leads that"
                                + " were merged are not counted; minutes are business minutes.",
                        csv()),
                filters,
                answer));
    }

    private static Map<ClinicId, String> queues(ClinicService clinics) {
        var queues = clinics.myLabelsAs(List.of(Role.MANAGER)).stream()
                .collect(Collectors.toMap(ClinicLabel::id, ClinicLabel::name, (a, b) -> a, LinkedHashMap::new));
        queues.put(LeadQueue.GROUP, "Group");
        return queues;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        var asked = LeadFilterAddress.read(single(address));
        var today = clinics.ownToday();
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
        Attempt.telling(this::refuse).run(() -> answer.add(parts(reports.report(filter, by))));
    }

    private void refuse(String otherPeriod) {
        filters.refuse(otherPeriod);
        answer.add(Ui.alert(otherPeriod + "."));
    }

    private static Map<String, String> single(Location address) {
        return address.getQueryParameters().getParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private Component parts(LeadReport report) {
        if (report.all().received() == 0) {
            return Ui.card(
                    "No lead",
                    Ui.text("muted", "No leads were received in this period. Choose other days, or remove a filter."));
        }
        return Ui.div(
                "stack-5",
                Ui.div(
                        "side-by-side",
                        Ui.card("Funnel", funnel(report.all())),
                        Ui.card("Response times", facts(report.all()))),
                Ui.card("By " + by.label().toLowerCase(Locale.ROOT), LeadReportTable.of(report, by, filter)),
                Ui.card("Why leads were lost", LeadReportTable.lostReasons(report, filter)));
    }

    private static Component funnel(LeadFigures all) {
        return new Funnel(
                        "Funnel",
                        Arrays.stream(FunnelStep.values())
                                .map(step -> new Funnel.Stage(step.label(), all.at(step)))
                                .toList())
                .draw();
    }

    private static Component facts(LeadFigures all) {
        return Ui.facts(
                "Time to first attempt, median", minutes(all.toAttempt().median()),
                "Time to first attempt, 90th percentile",
                        minutes(all.toAttempt().p90()),
                "Time to contact, median", minutes(all.toContact().median()),
                "Time to contact, 90th percentile", minutes(all.toContact().p90()),
                "Response target met",
                        percent(all.responseTargetPercent(), all.responseTargetMet() + all.responseTargetMissed()),
                "Conversion", percent(all.conversionPercent(), all.received()));
    }

    private static String minutes(@Nullable Integer minutes) {
        return minutes == null ? "No data yet" : minutes + " business minutes";
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
        var report = reports.export(filter, by);
        try (var file = new CsvFile(event.getOutputStream())) {
            write(file, report, by);
        }
    }

    /** Writes one row per group, a total, and the lost reasons. */
    private static void write(CsvFile file, LeadReport report, LeadReportBy by) {
        file.row(
                by.label(),
                "Received",
                "Contacted",
                "Booked",
                "Held",
                "Converted",
                "Conversion %",
                "First attempt, median minutes",
                "First attempt, p90 minutes",
                "Contact, median minutes",
                "Contact, p90 minutes",
                "Response target met",
                "Response target missed");
        report.parts().forEach(part -> row(file, part.name(), part.figures()));
        row(file, "All", report.all());
        report.lostReasons().forEach(lost -> file.row("Lost: " + lost.reason(), lost.leads()));
    }

    private static void row(CsvFile file, String name, LeadFigures figures) {
        file.row(
                name,
                figures.received(),
                figures.contacted(),
                figures.booked(),
                figures.held(),
                figures.converted(),
                figures.conversionPercent(),
                figures.toAttempt().median(),
                figures.toAttempt().p90(),
                figures.toContact().median(),
                figures.toContact().p90(),
                figures.responseTargetMet(),
                figures.responseTargetMissed());
    }

    private void go() {
        var parameters = new LinkedHashMap<>(LeadFilterAddress.of(filters.filter()));
        parameters.put(BY, Filters.inAddress(filters.sideBySide()));
        Ui.navigate(Routes.LEADS_REPORT, QueryParameters.simple(parameters));
    }
}
