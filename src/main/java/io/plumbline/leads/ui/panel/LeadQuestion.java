package io.plumbline.leads.ui.panel;

import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A dialog that asks one question about a lead and runs the action on it. If a colleague changed the lead in the
 * meantime, it says so, and the next attempt is made on the lead as it is.
 */
public final class LeadQuestion {
    private final FormDialog form;
    private final Supplier<LeadDetails> lead;

    public LeadQuestion(LeadService leads, LeadDetails lead, String title) {
        form = Dialogs.form(title).about("lead");
        this.lead = form.latest(lead, () -> leads.reload(lead.id()), LeadQuestion::whatChanged);
    }

    /** Returns who changed the lead, and what it is now. */
    static String whatChanged(LeadDetails before, LeadDetails now) {
        return now.changedBy() + " changed this lead in the meantime; it is now "
                + now.status().label().toLowerCase(Locale.ROOT);
    }

    /** Returns the dialog, for its fields. */
    public FormDialog form() {
        return form;
    }

    /**
     * Opens the dialog.
     *
     * @param verb the words of the button that runs the action
     * @param action the action on the lead as the user last saw it; may refuse
     * @param done runs once the dialog is closed
     */
    public void open(String verb, Consumer<LeadDetails> action, Runnable done) {
        form.open(verb, () -> action.accept(lead.get()), done);
    }
}
