package io.plumbline.leads.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.CallNote;
import io.plumbline.leads.CallNoteService;
import io.plumbline.leads.LeadId;
import io.plumbline.shared.ui.Ui;
import java.util.NoSuchElementException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/**
 * What was said during a call, kept in the store as it is typed. Where somebody else typed for the same lead meanwhile it
 * says so, and asks which text counts.
 */
class CallNoteField extends Composite<Div> {
    private static final int LONGEST_NOTE = 2000;
    private static final int KEPT_WITHIN_MS = 1000;

    /** Escape leaves the field and not the lead, so that the digit that follows ends the call. */
    private static final String LEAVE_ON_ESCAPE = """
            this.addEventListener('keydown', event => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                this.closest('.panel')?.querySelector('h2')?.focus();
            })""";

    private final CallNoteService notes;
    private final LeadId lead;
    private final TextArea said = new TextArea("What was said");
    private final Div messages = new Div();
    private CallNote kept;

    CallNoteField(CallNoteService notes, LeadId lead) {
        this.notes = notes;
        this.lead = lead;
        kept = notes.of(lead);
        said.setMaxLength(LONGEST_NOTE);
        said.setPlaceholder("Type while you talk. Kept as you go.");
        said.setValue(kept.text());
        // who types on without a pause loses no more than a second of it
        said.setValueChangeMode(ValueChangeMode.TIMEOUT);
        said.setValueChangeTimeout(KEPT_WITHIN_MS);
        said.addValueChangeListener(e -> keep());
        said.addAttachListener(e -> said.getElement().executeJs(LEAVE_ON_ESCAPE));
        said.setWidthFull();
        messages.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("stack-1");
        getContent().add(said, messages);
    }

    String text() {
        return said.getValue();
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** Takes over what was typed elsewhere, where nothing is typed here. */
    void refresh() {
        if (said.getValue().equals(kept.text())) {
            var now = notes.of(lead);
            if (now.version() != kept.version()) {
                show(now);
            }
        }
    }

    /** Begins anew once a call has taken the text with it. */
    void logged() {
        show(notes.of(lead));
    }

    private void show(CallNote now) {
        kept = now;
        said.setValue(now.text());
        messages.removeAll();
    }

    private void keep() {
        if (said.getValue().equals(kept.text())) {
            return;
        }
        try {
            kept = new CallNote(notes.keep(lead, kept.version(), said.getValue()), said.getValue(), "");
            messages.removeAll();
        } catch (OptimisticLockingFailureException somebodyWasQuicker) {
            askWhichCounts(notes.of(lead));
        } catch (IllegalArgumentException refused) {
            say(refused.getMessage() + ".");
        } catch (NoSuchElementException notTheirsAnyMore) {
            say("This lead is in a queue that is not yours any more. Keep a copy of what you typed.");
        } catch (DataAccessException | TransactionException storeIsAway) {
            say("Not saved: the store cannot be reached. It is tried again with your next change.");
        }
    }

    private void askWhichCounts(CallNote theirs) {
        if (theirs.text().equals(said.getValue())) {
            show(theirs);
            return;
        }
        var mine = new Button("Keep mine", e -> {
            kept = theirs;
            keep();
        });
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        var other = new Button("Take theirs", e -> show(theirs));
        messages.removeAll();
        messages.add(Ui.div(
                "stack-2",
                Ui.alert(theirs.changedBy() + " wrote here meanwhile: “" + theirs.text()
                        + "”. What you typed is still here and not saved."),
                Ui.div("cluster", mine, other)));
    }

    private void say(String words) {
        messages.removeAll();
        messages.add(Ui.alert(words));
    }
}
