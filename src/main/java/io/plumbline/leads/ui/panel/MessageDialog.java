package io.plumbline.leads.ui.panel;

import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.calling.LeadMessage;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;

/** Chooses a message template for a lead, previews the message, and sends it. */
final class MessageDialog {
    private MessageDialog() {}

    static void open(MessageService messages, LeadDetails lead, Runnable done) {
        var form = Dialogs.form("Write to " + lead.draft().fullName())
                .typedIf(() -> false)
                .about("lead");
        var offered = messages.offered(lead);
        var choice = form.optional(UiFields.choice("Message", offered, LeadMessage::label));
        var preview = Ui.div("letter stack-2");
        preview.getElement().setAttribute("aria-live", "polite");
        choice.addValueChangeListener(e -> {
            var mail = messages.preview(lead, e.getValue());
            preview.removeAll();
            preview.add(
                    Ui.facts("To", mail.to().address(), "Subject", mail.subject()),
                    Ui.text("letter-text", mail.body()));
        });
        choice.setValue(offered.getFirst());
        form.add(preview).open("Send", () -> messages.send(lead.id(), choice.getValue()), done);
    }
}
