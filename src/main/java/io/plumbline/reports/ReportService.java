package io.plumbline.reports;

import io.plumbline.leads.LeadService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What crosses rooms, in numbers. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REPORT_READ)
public class ReportService {
    private final LeadService leads;

    ReportService(LeadService leads) {
        this.leads = leads;
    }

    /** How many leads the reports speak of, up to a thousand. */
    public long countLeads() {
        return leads.countAll();
    }
}
