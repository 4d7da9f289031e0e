package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
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
     */
    public record Asked(String title, Component field, String verb, BooleanSupplier isTyped) {}

    /** @param save runs the action on the current lead; returns false if a field shows an error */
    public LeadQuestion(LeadService leads, LeadDetails lead, Asked asked, Predicate<LeadDetails> save, Runnable done) {
        this.leads = leads;
        this.lead = lead;
        this.save = save;
        this.done = done;
        var yes = Ui.once(asked.verb(), this::attempt);
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        var dialog = getContent();
        dialog.setHeaderTitle(asked.title());
        dialog.setCloseOnOutsideClick(false);
        dialog.add(Ui.div("stack-3", messages, asked.field()));
        dialog.getFooter().add(new Button("Cancel", e -> Leaving.close(dialog, asked.isTyped())), yes);
        Leaving.guard(dialog, asked.isTyped());
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
