package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Edits the details of a lead. If a colleague saved first, takes over the fields that only the colleague changed, names
 * them, and keeps what was typed.
 */
class LeadEditor extends Composite<Div> {
    private final LeadService leads;
    private final LeadForm form;
    private final Collection<ClinicLabel> clinics;
    private final Div messages = new Div();
    private final Runnable done;
    private LeadDetails seen;

    LeadEditor(LeadService leads, Collection<ClinicLabel> clinics, String region, LeadDetails lead, Runnable done) {
        this.leads = leads;
        this.clinics = clinics;
        this.seen = lead;
        this.done = done;
        form = new LeadForm(clinics, region);
        form.show(lead.draft(), clinics);
        var save = Ui.primary(new Button("Save", e -> save()));
        messages.getElement().setAttribute("tabindex", "-1");
        getContent().addClassName("panel-part");
        getContent().add(messages, form, Ui.div("cluster", save, new Button("Cancel", e -> done.run())));
    }

    boolean hasChanges() {
        return form.hasChanges();
    }

    void focus() {
        form.focus();
    }

    private void save() {
        form.read(seen.draft().consentAt()).ifPresent(this::save);
    }

    private void save(LeadDraft typed) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    leads.reload(seen.id()).ifPresentOrElse(now -> bringTogether(now, typed), this::showNotAvailable);
                })
                .ifNotAvailable(this::showNotAvailable)
                .run(() -> {
                    leads.correct(seen.id(), seen.version(), typed);
                    done.run();
                });
    }

    private void bringTogether(LeadDetails now, LeadDraft typed) {
        messages.add(Ui.alert(now.changedBy() + " changed this lead in the meantime: "
                + String.join("; ", differences(seen.draft(), now.draft()))
                + ". What you typed is still here; save again to keep your changes."));
        form.show(RecordVersions.merged(seen.draft(), now.draft(), typed), clinics);
        form.keepAsTyped();
        seen = now;
        messages.getElement().callJsFunction("focus");
    }

    private void showNotAvailable() {
        messages.add(Ui.alert("You no longer have access to this lead's queue"));
    }

    private static List<String> differences(LeadDraft before, LeadDraft now) {
        var changes = new ArrayList<String>();
        note(changes, "name", before.fullName(), now.fullName());
        note(changes, "phone", before.phone(), now.phone());
        note(changes, "e-mail", before.email(), now.email());
        note(changes, "language", before.language(), now.language());
        note(changes, "concern", before.concern(), now.concern());
        note(
                changes,
                "when to call",
                before.callWindow().words(),
                now.callWindow().words());
        note(changes, "source", before.source().label(), now.source().label());
        if (!Objects.equals(before.clinic(), now.clinic())) {
            changes.add("the clinic was changed");
        }
        if (changes.isEmpty()) {
            changes.add("its status was changed");
        }
        return changes;
    }

    private static void note(List<String> changes, String what, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changes.add(what + " is now " + (now == null || now.equals("") ? "empty" : now));
        }
    }
}
