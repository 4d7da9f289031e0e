package io.plumbline.orders.ui;

import io.plumbline.orders.OrderDeclineReason;
import io.plumbline.orders.OrderDeskService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderField;
import io.plumbline.orders.OrderRow;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;

/** Asks why an order is declined; the clinician reads the answer. */
final class DeclineOrderDialog {
    private DeclineOrderDialog() {}

    static void open(OrderDeskService desk, OrderRow order, Runnable declined) {
        var form = Dialogs.form("Decline " + order.kind().label() + " of " + order.patientName())
                .say(order.orderedBy() + " sees that it is declined, and why.")
                .destructive()
                .about("order");
        var why = form.required(
                UiFields.choice("Why", OrderDeclineReason.values(), OrderDeclineReason::label), "Choose a reason");
        var words = form.optional(UiFields.area("Words for the clinician", OrderDraft.LONGEST_LINE));
        form.at(OrderField.WORDS, words)
                .open(
                        "Decline",
                        () -> desk.decline(order.id(), order.version(), why.getValue(), words.getValue()),
                        () -> {
                            Toast.done("The order is declined");
                            declined.run();
                        });
    }
}
