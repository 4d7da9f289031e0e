package io.plumbline.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.orders.OrderDetails;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The panel beside the list that shows one order, what may be done with it, and its history. */
class OrderPanel extends Composite<RecordPanel> {
    /** @param changed shows the order and the list again */
    OrderPanel(OrderDetails order, ZoneId zone, String clinic, OrderActions actions, Runnable close, Runnable changed) {
        var row = order.row();
        getContent()
                .named("Checkout order", close)
                .headed(
                        row.kind().label(),
                        new Anchor(Routes.patient(row.patient()), row.patientName()),
                        Ui.div("cluster", OrderWords.badge(row)))
                .showing(
                        actions(actions.of(row, order.isMine(), changed), order.isForDesk()),
                        facts(order, clinic),
                        Ui.div("panel-part", Ui.text("strong small", "History"), history(order, zone)));
    }

    /** Fills the first button of the desk, the next action. */
    private static Component actions(Div actions, boolean isForDesk) {
        if (isForDesk && actions.getComponentCount() > 0) {
            var first = actions.getComponentAt(0);
            if (first instanceof Button button) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            } else {
                first.addClassName("filled");
            }
        }
        return actions;
    }

    private static Component facts(OrderDetails order, String clinic) {
        var row = order.row();
        var facts = new ArrayList<>(List.of(
                "When",
                row.kind() == OrderKind.HOME_PROGRAM
                        ? "At checkout"
                        : row.wanted().words(),
                "With",
                row.practitionerName().isEmpty() ? "Anybody" : row.practitionerName(),
                "For the desk",
                row.deskLine().isEmpty() ? "Nothing more" : row.deskLine(),
                "Clinic",
                clinic));
        if (row.status() != OrderStatus.OPEN) {
            facts.addAll(List.of("Now", OrderWords.state(row)));
        }
        return Ui.facts(facts.toArray(String[]::new));
    }

    private static Component history(OrderDetails order, ZoneId zone) {
        var list = new OrderedList();
        list.addClassName("steps");
        for (var step : order.history()) {
            var words = Ui.div(
                    "stack-0 grow",
                    Ui.text("strong", step.kind().label()),
                    Ui.text("muted small", Dates.dayAndTime(step.at(), zone) + " · " + step.by()));
            if (!step.words().isEmpty()) {
                words.add(Ui.text("", step.words()));
            }
            list.add(new ListItem(words));
        }
        return list;
    }
}
