package io.plumbline.reports;

import io.plumbline.leads.LeadService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports across modules. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REPORT_READ)
public class ReportService {
    private final LeadService leads;

    ReportService(LeadService leads) {
        this.leads = leads;
    }

    /** Returns the number of leads in the reports, up to 1,000. */
    public long countLeads() {
        return leads.countAll();
    }
}
