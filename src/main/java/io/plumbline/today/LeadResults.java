package io.plumbline.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.list.FunnelStep;
import io.plumbline.leads.report.LeadFigures;
import io.plumbline.leads.report.LeadReportService;
import io.plumbline.leads.report.LeadTrend;
import io.plumbline.leads.report.LeadTrend.Week;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.chart.Axis;
import io.plumbline.shared.ui.chart.DayValue;
import io.plumbline.shared.ui.chart.Funnel;
import io.plumbline.shared.ui.chart.Series;
import io.plumbline.shared.ui.chart.Trend;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The results of the last weeks with leads, drawn, for users who may read the report. */
@SpringComponent
class LeadResults {
    private static final Axis PERCENT = new Axis(0, 100, "%");
    private static final String PERIOD = ", last " + LeadReportService.TREND_WEEKS + " weeks";

    private final LeadReportService reports;

    LeadResults(LeadReportService reports) {
        this.reports = reports;
    }

    /** Returns the results; empty, and without a query, if the current user may not read the report. */
    Optional<LeadTrend> forCurrentUser() {
        return CurrentUser.may(Permission.REPORT_READ) ? Optional.of(reports.trend()) : Optional.empty();
    }

    /** Draws how many response targets were met in each week. */
    static Component responseTarget(LeadTrend trend) {
        var percent = trend.all().responseTargetPercent();
        var weeks = trend.weeks().stream()
                .filter(week -> week.figures().responseTargetPercent() != null)
                .map(LeadResults::point)
                .toList();
        var card = Ui.cardWith(report(), "Response target met" + PERIOD);
        if (percent != null) {
            card.add(Ui.text("number-count", percent + "%"));
        }
        card.add(new Trend(new Series("Response target met", weeks), PERCENT, Trend.Form.LINE).draw());
        return card;
    }

    private static DayValue point(Week week) {
        return new DayValue(week.monday(), Objects.requireNonNull(week.figures().responseTargetPercent()));
    }

    /** Draws how far the leads came. */
    static Component funnel(LeadFigures all) {
        return Ui.card(
                "Funnel" + PERIOD,
                new Funnel(
                                "Funnel",
                                Arrays.stream(FunnelStep.values())
                                        .map(step -> new Funnel.Stage(step.label(), all.at(step)))
                                        .toList())
                        .draw());
    }

    private static Anchor report() {
        return new Anchor(Routes.LEADS_REPORT + "?by=week", "Report by week");
    }
}
