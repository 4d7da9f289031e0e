package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.Keys;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the form for a new lead, which opens above any screen of leads. */
@Component
public class NewLeadFactory {
    private final LeadService leads;
    private final ClinicService clinics;
    private final LeadDuplicateHints hints;
    private final Clock clock;

    NewLeadFactory(LeadService leads, ClinicService clinics, LeadDuplicateHints hints, Clock clock) {
        this.leads = leads;
        this.clinics = clinics;
        this.hints = hints;
        this.clock = clock;
    }

    /** Creates the button that opens the form; it has the same key on every screen of leads. */
    public Button button(ToLead way) {
        var enter = new Button("New lead", e -> open(way));
        Keys.on(enter, "n", "New lead");
        return enter;
    }

    /** Opens the form above the screen, which does not change. */
    public void open(ToLead way) {
        var dialog = new Dialog();
        var form = new NewLead(leads, clinics, hints, clock, way, dialog::close);
        form.putInto(dialog);
        dialog.open();
        form.focus();
    }
}
