package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.calling.CallNote;
import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A call note that is saved as the user types. If another user typed a note for the same lead in the meantime, the
 * field says so and asks which text to keep.
 */
class CallNoteField extends Composite<Div> {
    private static final int LONGEST_NOTE = 2000;
    private static final int KEPT_WITHIN_MS = 1000;

    /** Escape leaves the field but not the lead, so that the next digit key logs the outcome of the call. */
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
        kept = notes.find(lead);
        said.setMaxLength(LONGEST_NOTE);
        said.setPlaceholder("Type during the call. Saved automatically.");
        said.setValue(kept.text());
        // a user who types without a pause loses at most one second of text
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

    /** Loads a note that was typed elsewhere, unless this field has unsaved text. */
    void refresh() {
        if (said.getValue().equals(kept.text())) {
            var now = notes.find(lead);
            if (now.version() != kept.version()) {
                show(now);
            }
        }
    }

    /** Starts an empty note after the call was logged with the current one. */
    void logged() {
        show(notes.find(lead));
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
            Attempt.telling(refused -> say(refused + "."))
                    .ifChanged(() -> askWhichCounts(notes.find(lead)))
                    .ifNotAvailable("You no longer have access to this lead's queue. Keep a copy of what you typed")
                    .run(() -> {
                        kept = new CallNote(notes.keep(lead, kept.version(), said.getValue()), said.getValue(), "");
                        messages.removeAll();
                    });
        } catch (DataAccessException | TransactionException storeIsAway) {
            say("Not saved: the database cannot be reached. The portal tries again with your next change.");
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
                Ui.alert(theirs.changedBy() + " wrote here in the meantime: “" + theirs.text()
                        + "”. What you typed is still here and not saved."),
                Ui.div("cluster", mine, other)));
    }

    private void say(String words) {
        messages.removeAll();
        messages.add(Ui.alert(words));
    }
}
