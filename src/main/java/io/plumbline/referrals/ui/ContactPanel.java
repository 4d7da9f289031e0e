package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.referrals.ContactDetails;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;

/** The panel beside the contacts book that shows one contact. */
class ContactPanel extends Composite<RecordPanel> {
    private final ContactService contacts;
    private final String region;
    private final Runnable changed;
    private final Div messages = Ui.div("stack-2");
    private ContactDetails contact;

    ContactPanel(ContactService contacts, String region, ContactDetails contact, Runnable close, Runnable changed) {
        this.contacts = contacts;
        this.region = region;
        this.contact = contact;
        this.changed = changed;
        getContent().named("Contact", close);
        draw();
    }

    private void draw() {
        var draft = contact.draft();
        var below = new ArrayList<Component>();
        if (!draft.name().isEmpty() && !draft.organization().isEmpty()) {
            below.add(Ui.text("muted", draft.organization()));
        }
        if (!contact.active()) {
            below.add(Ui.div("cluster", StatusBadge.neutral("Deactivated")));
        }
        getContent()
                .headed(draft.name().isEmpty() ? draft.organization() : draft.name(), below.toArray(Component[]::new))
                .showing(messages, actions(), Ui.div("panel-part", Ui.facts(facts())));
    }

    private String[] facts() {
        var draft = contact.draft();
        var facts = new ArrayList<String>();
        add(facts, "Kind", draft.kind().label());
        add(facts, "Phone", draft.phone() == null ? "" : draft.phone().shown());
        add(facts, "Fax", draft.fax() == null ? "" : draft.fax().shown());
        add(facts, "E-mail", draft.email() == null ? "" : draft.email().address());
        add(facts, "Address", draft.address());
        add(facts, "Note", draft.note());
        return facts.toArray(String[]::new);
    }

    private static void add(ArrayList<String> facts, String term, String fact) {
        if (!fact.isEmpty()) {
            facts.add(term);
            facts.add(fact);
        }
    }

    private Div actions() {
        var edit = new Button("Edit…", e -> ContactDialog.open(contacts, region, contact, id -> redraw()));
        var turn = contact.active()
                ? new Button("Deactivate", e -> change(() -> contacts.deactivate(contact.id(), contact.version())))
                : new Button("Reactivate", e -> change(() -> contacts.reactivate(contact.id(), contact.version())));
        return Ui.div("cluster", edit, turn);
    }

    private void change(Runnable change) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    redraw();
                    messages.add(Ui.alert("A colleague changed this contact first. This is the current version."));
                })
                .run(() -> {
                    change.run();
                    redraw();
                });
    }

    private void redraw() {
        contact = contacts.find(contact.id()).orElse(contact);
        messages.removeAll();
        draw();
        getContent().focus();
        changed.run();
    }
}
