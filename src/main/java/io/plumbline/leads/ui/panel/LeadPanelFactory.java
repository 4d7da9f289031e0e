package io.plumbline.leads.ui.panel;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ids.LeadId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the panel of a lead. */
@SpringComponent
public class LeadPanelFactory {
    private final LeadService leads;
    private final ClinicService clinics;
    private final ObjectProvider<LeadPanelParts> parts;

    LeadPanelFactory(LeadService leads, ClinicService clinics, ObjectProvider<LeadPanelParts> parts) {
        this.leads = leads;
        this.clinics = clinics;
        this.parts = parts;
    }

    /**
     * Opens a lead in a panel of its own; empty if the current user may not see it. A merged lead is shown as the lead it was
     * merged into, if the current user may see that one.
     *
     * @param close returns to the queue
     */
    public Optional<LeadPanel> open(LeadId id, Runnable close) {
        return leads.open(id).map(lead -> panel(lead, close));
    }

    private LeadPanel panel(LeadDetails lead, Runnable close) {
        var kept = lead.readUnder();
        if (kept == null) {
            return create(lead, Optional.empty(), close);
        }
        var merged = lead.draft().fullName() + ", which you opened, is merged into this lead.";
        return leads.open(kept.id())
                .map(found -> create(found, Optional.of(merged), close))
                .orElseGet(() -> create(
                        lead,
                        Optional.of(
                                "This lead is merged into another lead, in a queue that you do not have access to."),
                        close));
    }

    private LeadPanel create(LeadDetails lead, Optional<String> message, Runnable close) {
        return new LeadPanel(leads, clinics, parts.getObject(), lead, message, close);
    }
}
