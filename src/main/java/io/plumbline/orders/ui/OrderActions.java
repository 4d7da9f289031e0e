package io.plumbline.orders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.orders.OrderDeclineReason;
import io.plumbline.orders.OrderDeskService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderField;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderRow;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The buttons of an order: the desk books, hands over or declines it, the clinician withdraws it. */
@Component
class OrderActions {
    private final OrderService orders;
    private final OrderDeskService desk;
    private final ClinicService clinics;
    private final Clock clock;

    OrderActions(OrderService orders, OrderDeskService desk, ClinicService clinics, Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the buttons for the current user; empty if the current user can do nothing with the order.
     *
     * @param isTreating whether the current user treats the patient
     * @param changed shows the order again
     */
    Div of(OrderRow row, boolean isTreating, Runnable changed) {
        var actions = Ui.div("cluster");
        if (row.status() == OrderStatus.OPEN
                && AtClinic.may(Permission.ORDER_WORK, row.clinic())
                && CurrentUser.current().clinicsSeen().contains(row.clinic())) {
            if (row.kind().bookedAs() == null) {
                var handOver = new Button(
                        row.kind().done(),
                        e -> tell(
                                () -> desk.handOver(row.id(), row.version()),
                                row.kind() == OrderKind.HOME_PROGRAM
                                        ? "The home program of " + row.patientName() + " is handed over"
                                        : row.patientName() + " was called",
                                changed));
                actions.add(named(handOver, row));
            } else {
                actions.add(booking(row));
            }
            actions.add(named(new Button("Decline…", e -> decline(row, changed)), row));
        }
        if (row.status().isPending() && isTreating && AtClinic.may(Permission.ORDER_PLACE, row.clinic())) {
            actions.add(named(
                    new Button(
                            "Withdraw",
                            e -> tell(
                                    () -> orders.withdraw(row.id(), row.version()), "The order is withdrawn", changed)),
                    row));
        }
        return actions;
    }

    /** Asks why an order is declined; the clinician reads the answer. */
    private void decline(OrderRow order, Runnable declined) {
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

    private static Button named(Button button, OrderRow row) {
        button.setAriaLabel(button.getText() + ": " + row.kind().label() + " of " + row.patientName());
        return button;
    }

    private Anchor booking(OrderRow row) {
        var link = new Anchor(booking(row, clinics.label(row.clinic()).code(), today(row)), "Book…");
        link.addClassName("act");
        link.setAriaLabel("Book… " + row.kind().label() + " of " + row.patientName());
        return link;
    }

    private LocalDate today(OrderRow row) {
        return clinics.label(row.clinic()).today(clock);
    }

    private static String booking(OrderRow row, String clinic, LocalDate today) {
        var service = row.kind().bookedAs();
        var on = row.wanted().on();
        return Routes.bookingOfOrder(
                row.id(),
                row.patient(),
                clinic,
                service == null ? "" : service.code(),
                row.practitioner(),
                on.isBefore(today) ? today : on);
    }

    private static void tell(Runnable action, String done, Runnable changed) {
        if (Attempt.telling(Toast::warn).about("order").run(action)) {
            Toast.done(done);
        }
        changed.run();
    }
}
