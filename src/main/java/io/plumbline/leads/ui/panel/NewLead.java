package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.DuplicateHint;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The form for a new lead: save it to the queue, or save and call. Saving the same form twice creates one lead; refused
 * input stays in the form. Shows duplicate candidates during typing.
 */
class NewLead extends Composite<Div> {
    private final LeadService leads;
    private final LeadDuplicateHints hints;
    private final QuickLeadForm form;
    private final ToLead way;
    private final Runnable close;
    private final Div messages = new Div();
    private final DuplicateHint alike = new DuplicateHint();
    private final OperationId operation = OperationId.next();
    private final Button call;
    private final Button save;
    private boolean isSaved;

    /**
     * @param way opens the lead that is called at once
     * @param close returns to where the form was opened
     */
    NewLead(
            LeadService leads,
            ClinicService clinics,
            LeadDuplicateHints hints,
            Clock clock,
            ToLead way,
            Runnable close) {
        this.leads = leads;
        this.hints = hints;
        this.way = way;
        this.close = close;
        form = new QuickLeadForm(clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)), clinics.phoneRegion());
        form.onWho(this::findDuplicates);
        call = button("Save and call", clock, this::call);
        save = button("Save", clock, this::keep);
        getContent().addClassName("stack-3");
        getContent()
                .add(
                        messages,
                        form,
                        alike,
                        Ui.text("muted", "Save only if the person agreed to be contacted about this request."));
    }

    /** Puts the form into a dialog, with its actions. */
    void putInto(Dialog dialog) {
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, "New lead", this::hasChanges, call, this);
        dialog.getFooter().addComponentAtIndex(1, save);
    }

    void focus() {
        form.focus();
    }

    private Button button(String words, Clock clock, Consumer<LeadId> then) {
        var button = Ui.once(words, () -> form.read(clock.instant()).ifPresent(draft -> save(draft, then)));
        return button;
    }

    private boolean hasChanges() {
        return !isSaved && form.hasChanges();
    }

    private void findDuplicates(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        alike.show(hints.find(name, phone, email));
    }

    private void save(LeadDraft draft, Consumer<LeadId> then) {
        Attempt.showing(messages).run(() -> {
            var lead = receive(draft);
            isSaved = true;
            then.accept(lead);
        });
    }

    private void keep(LeadId lead) {
        Toast.done("Lead saved. It is in Call now");
        close.run();
    }

    /** Saves first: the new lead is kept even if the user then stays with the lead that is open. */
    private void call(LeadId lead) {
        Toast.done("Lead saved");
        close.run();
        way.go(() -> {
            claim(lead);
            return Optional.of(lead);
        });
    }

    /**
     * Claims the lead. If the claim is refused, the panel shows why: a colleague claimed it first, or a contact stop.
     */
    private void claim(LeadId lead) {
        Attempt.telling(refused -> Toast.warn("Saved, but not claimed. See the lead for the reason"))
                .run(() -> leads.open(lead).map(LeadDetails::version).ifPresent(version -> leads.claim(lead, version)));
    }

    private LeadId receive(LeadDraft draft) {
        try {
            return leads.receive(draft, operation);
        } catch (DataIntegrityViolationException sentTwiceAtOnce) {
            return leads.receive(draft, operation);
        }
    }
}
