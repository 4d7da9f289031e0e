package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;

/** Asks one thing about a lead and does it; stays open until it is done, with what was typed. */
class LeadQuestion extends Composite<Dialog> {
    private final LeadService leads;
    private final Predicate<LeadDetails> save;
    private final Runnable done;
    private final Div messages = new Div();
    private LeadDetails lead;

    /**
     * What is asked.
     *
     * @param verb what the button says that does it
     * @param isTyped whether something would be lost by closing
     */
    record Asked(String title, Component field, String verb, BooleanSupplier isTyped) {}

    /** @param save does it to the lead as it is now; false where the field says what is wrong */
    LeadQuestion(LeadService leads, LeadDetails lead, Asked asked, Predicate<LeadDetails> save, Runnable done) {
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

    void open() {
        getContent().open();
    }

    private void attempt() {
        messages.removeAll();
        try {
            if (save.test(lead)) {
                getContent().close();
                done.run();
            }
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            lead = leads.again(lead.id()).orElse(lead);
            messages.add(Ui.alert(lead.changedBy() + " changed this lead meanwhile; it is now "
                    + lead.status().word().toLowerCase(Locale.ROOT)
                    + ". What you typed is still here; try again if it is still right."));
        } catch (NoSuchElementException inAnotherQueueNow) {
            messages.add(Ui.alert("This lead is in a queue that is not yours any more"));
        } catch (IllegalStateException | IllegalArgumentException refused) {
            messages.add(Ui.alert(String.valueOf(refused.getMessage())));
        }
    }
}
