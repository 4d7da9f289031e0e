package io.plumbline.reports.ui;

import io.plumbline.reports.ReportService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportBadge {
    @Bean
    static NavBadge leadsReportCount(ReportService reports) {
        return NavBadge.of(Routes.LEADS_REPORT, "All leads by status.", reports::countLeads);
    }
}
