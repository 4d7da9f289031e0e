package io.plumbline.demo;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import java.util.List;

/** Invented leads at different stages. */
final class DemoLeads {
    static final List<Enquiry> ALL = DemoTexts.rows("leads.json", Enquiry[].class);

    private DemoLeads() {}

    /** The stage of a lead. */
    enum Stage {
        NEW,
        ATTEMPTING,
        CONTACTED,
        NURTURE,
        LOST
    }

    /**
     * A request for a consultation.
     *
     * @param clinic the code of the preferred clinic; empty for none
     */
    record Enquiry(String name, String concern, CallWindow window, LeadSource source, String clinic, Stage stage) {}
}
