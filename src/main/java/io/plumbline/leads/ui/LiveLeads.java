package io.plumbline.leads.ui;

import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.duplicates.DuplicateSearchService;
import io.plumbline.outbox.MailChanged;
import io.plumbline.shared.VisibleChange;

/** The screens of leads, which update after the same changes. */
public final class LiveLeads {
    private LiveLeads() {}

    /** Returns whether a change is of a lead, of its mails, or of the pairs that may be one person. */
    public static boolean isConcernedBy(VisibleChange change) {
        return change instanceof LeadEvent
                || change instanceof LeadAccessEvent.Viewed
                || change instanceof DuplicateSearchService.Found
                || change instanceof MailChanged;
    }
}
