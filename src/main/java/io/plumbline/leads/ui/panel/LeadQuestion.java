package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A dialog that asks one question about a lead and runs the action; stays open with the input until the action
 * succeeds.
 */
public class LeadQuestion extends Composite<Dialog> {
    private final LeadService leads;
    private final Predicate<LeadDetails> save;
    private final Runnable done;
    private final Div messages = new Div();
    private LeadDetails lead;

    /**
     * What the dialog asks.
     *
     * @param verb the label of the button that runs the action
     * @param isTyped whether closing would lose input
     * @param isDestructive whether the action closes the lead or stops contact
     */
    public record Asked(String title, Component field, String verb, BooleanSupplier isTyped, boolean isDestructive) {
        /** Asks for an action that leads on. */
        public Asked(String title, Component field, String verb, BooleanSupplier isTyped) {
            this(title, field, verb, isTyped, false);
        }
    }

    /** @param save runs the action on the current lead; returns false if a field shows an error */
    public LeadQuestion(LeadService leads, LeadDetails lead, Asked asked, Predicate<LeadDetails> save, Runnable done) {
        this.leads = leads;
        this.lead = lead;
        this.save = save;
        this.done = done;
        var yes = Ui.once(asked.verb(), this::attempt);
        if (asked.isDestructive()) {
            Dialogs.destructive(yes);
        }
        var dialog = getContent();
        Dialogs.ask(dialog, Dialogs.Width.MEDIUM, asked.title(), asked.isTyped(), yes, messages, asked.field());
    }

    public void open() {
        getContent().open();
    }

    private void attempt() {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    lead = leads.reload(lead.id()).orElse(lead);
                    messages.add(Ui.alert(lead.changedBy() + " changed this lead in the meantime; it is now "
                            + lead.status().label().toLowerCase(Locale.ROOT)
                            + ". What you typed is still here; try again if it still applies."));
                })
                .ifNotAvailable("You no longer have access to this lead's queue")
                .run(() -> {
                    if (save.test(lead)) {
                        getContent().close();
                        done.run();
                    }
                });
    }
}
