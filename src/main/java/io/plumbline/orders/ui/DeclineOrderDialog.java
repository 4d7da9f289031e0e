package io.plumbline.orders.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.orders.OrderDeclineReason;
import io.plumbline.orders.OrderDeskService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderField;
import io.plumbline.orders.OrderRow;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;

/** Asks why an order is declined; the clinician reads the answer. */
class DeclineOrderDialog extends Composite<Dialog> {
    private final Select<OrderDeclineReason> why = new Select<>();
    private final TextArea words = new TextArea("Words for the clinician");
    private final Div messages = new Div();
    private final OrderDeskService desk;
    private final OrderRow order;
    private final Runnable declined;

    DeclineOrderDialog(OrderDeskService desk, OrderRow order, Runnable declined) {
        this.desk = desk;
        this.order = order;
        this.declined = declined;
        why.setLabel("Why");
        why.setItems(OrderDeclineReason.values());
        why.setItemLabelGenerator(OrderDeclineReason::label);
        why.setWidthFull();
        words.setMaxLength(OrderDraft.LONGEST_LINE);
        // Escape must see the last letter
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setWidthFull();
        var save = Dialogs.destructive(new Button("Decline", e -> save()));
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Decline " + order.kind().label() + " of " + order.patientName(),
                this::isTyped,
                save,
                messages,
                Ui.text("muted", order.orderedBy() + " sees that it is declined, and why."),
                why,
                words);
    }

    void open() {
        getContent().open();
    }

    private boolean isTyped() {
        return why.getValue() != null || !words.isEmpty();
    }

    private void save() {
        messages.removeAll();
        var reason = why.getValue();
        if (reason == null) {
            why.setErrorMessage("Choose a reason");
            why.setInvalid(true);
            why.focus();
            return;
        }
        Attempt.showing(messages)
                .at(OrderField.WORDS, words)
                .ifChanged(
                        "This order changed in the meantime. Close this to look at it; keep a copy of what you typed")
                .ifNotAvailable("This order is no longer available to you. Keep a copy of what you typed")
                .run(() -> {
                    desk.decline(order.id(), order.version(), reason, words.getValue());
                    getContent().close();
                    Toast.done("The order is declined");
                    declined.run();
                });
    }
}
