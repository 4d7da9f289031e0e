package io.plumbline.leads.ui.queue;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.ui.panel.LeadUndo;
import io.plumbline.leads.ui.panel.ToLead;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;

/** Claims the next lead of the queue that can be called now, and opens it. */
class ClaimNext extends Composite<Div> {
    ClaimNext(CallService calls, LeadUndo undo, ToLead way) {
        var none = Ui.text("muted", "");
        none.getElement().setAttribute("role", "status");
        var claim = new Button(
                "Claim next",
                e -> way.go(() -> {
                    var next = calls.claimNext();
                    none.setText(next.isPresent() ? "" : "No leads to call now");
                    next.ifPresent(lead -> undo.offer(lead, "claimed", () -> {}));
                    return next;
                }));
        claim.addThemeVariants(ButtonVariant.PRIMARY);
        var hint = Ui.text("kbd", "C");
        hint.getElement().setAttribute("aria-hidden", "true");
        claim.setIcon(hint);
        Keys.on(claim, "c", "Claim the next lead");
        getContent().addClassName("cluster");
        getContent().add(none, claim);
    }
}
