package io.plumbline.reports;

import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.Map;
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

    /** How many leads of the caller's clinics and the group stand where, up to a thousand each; a status without leads is left out. */
    public Map<LeadStatus, Long> leadsByStatus() {
        return leads.countByStatus();
    }
}
