package io.plumbline.reports.ui;

import io.plumbline.reports.ReportService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;

@Component
class ReportBadge implements NavBadge {
    private final ReportService reports;

    ReportBadge(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public String place() {
        return Routes.LEADS_REPORT;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(reports.countLeads(), "All leads by status.");
    }
}
