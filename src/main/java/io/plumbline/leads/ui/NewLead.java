package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.Ids;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;

/** A lead typed by hand; saving the same form twice is one lead, and what is refused stays typed. */
class NewLead extends Composite<Div> {
    private final LeadService leads;
    private final LeadForm form;
    private final Div messages = new Div();
    private final UUID operation = Ids.next();
    private boolean isSaved;

    NewLead(LeadService leads, Collection<ClinicLabel> clinics, String region, Clock clock) {
        this.leads = leads;
        form = new LeadForm(clinics, region);
        var title = new H2("New lead");
        title.addClassName("heading");
        var save = new Button("Save and open", e -> form.read(clock.instant()).ifPresent(this::save));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(e -> save.setEnabled(true));
        var cancel = new Button("Cancel", e -> UI.getCurrentOrThrow().navigate(Places.LEADS));
        getContent().addClassName("panel");
        getContent().add(title, messages, form, Ui.div("cluster", save, cancel));
    }

    /** Leads to the first field. */
    void focus() {
        form.focus();
    }

    boolean hasChanges() {
        return !isSaved && form.hasChanges();
    }

    private void save(LeadDraft draft) {
        messages.removeAll();
        try {
            var lead = receive(draft);
            isSaved = true;
            UI.getCurrentOrThrow().navigate(Places.lead(lead.value()));
        } catch (IllegalArgumentException refused) {
            messages.add(Ui.alert(String.valueOf(refused.getMessage())));
        }
    }

    private LeadId receive(LeadDraft draft) {
        try {
            return leads.receive(draft, operation);
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return leads.receive(draft, operation);
        }
    }
}
