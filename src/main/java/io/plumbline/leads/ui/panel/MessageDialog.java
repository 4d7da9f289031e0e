package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.calling.LeadMessage;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;

/** Chooses a message template for a lead, previews the message, and sends it. */
class MessageDialog extends Composite<Dialog> {
    MessageDialog(MessageService messageService, LeadDetails lead, Runnable done) {
        var choice = new Select<LeadMessage>();
        choice.setLabel("Message");
        var offered = messageService.offered(lead);
        choice.setItems(offered);
        choice.setItemLabelGenerator(LeadMessage::label);
        choice.setWidthFull();
        var preview = Ui.div("letter stack-2");
        preview.getElement().setAttribute("aria-live", "polite");
        choice.addValueChangeListener(e -> {
            var mail = messageService.preview(lead, e.getValue());
            preview.removeAll();
            preview.add(
                    Ui.facts("To", mail.to().address(), "Subject", mail.subject()),
                    Ui.text("letter-text", mail.body()));
        });
        choice.setValue(offered.getFirst());
        var messages = new Div();
        var dialog = getContent();
        var send = Ui.once("Send", () -> {
            Attempt.showing(messages)
                    .ifChanged("A colleague changed this lead just now. Close this and open it again.")
                    .ifNotAvailable("You no longer have access to this lead's queue")
                    .run(() -> {
                        messageService.send(lead.id(), choice.getValue());
                        dialog.close();
                        done.run();
                    });
        });
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Write to " + lead.draft().fullName(),
                () -> false,
                send,
                messages,
                choice,
                preview);
    }

    void open() {
        getContent().open();
    }
}
