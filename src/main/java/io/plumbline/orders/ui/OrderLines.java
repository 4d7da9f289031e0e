package io.plumbline.orders.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.orders.OrderRow;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A few orders where they are placed or booked, read again after each change. */
class OrderLines extends Composite<Div> {
    private final OrderActions actions;
    private final boolean isTreating;
    private final Supplier<List<OrderRow>> rows;

    /**
     * @param isTreating whether the current user treats the patient
     */
    OrderLines(OrderActions actions, boolean isTreating, Supplier<List<OrderRow>> rows) {
        this.actions = actions;
        this.isTreating = isTreating;
        this.rows = rows;
        getContent().addClassName("stack-2");
    }

    /** Shows the orders, and these words if there are none. */
    OrderLines show(List<OrderRow> orders, @Nullable String ifNone) {
        getContent().removeAll();
        if (orders.isEmpty() && ifNone != null) {
            getContent().add(Ui.text("muted", ifNone));
        }
        if (!orders.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("stack-3");
            orders.forEach(order -> list.add(item(order, ifNone)));
            getContent().add(list);
        }
        return this;
    }

    private ListItem item(OrderRow order, @Nullable String ifNone) {
        var words = Ui.div("stack-1", Ui.text("strong", OrderWords.what(order)));
        if (!order.deskLine().isEmpty()) {
            words.add(Ui.text("", order.deskLine()));
        }
        words.add(Ui.text("muted small", OrderWords.state(order) + " · " + order.orderedBy()));
        var buttons = actions.of(order, isTreating, () -> show(rows.get(), ifNone));
        if (buttons.getComponentCount() > 0) {
            words.add(buttons);
        }
        return new ListItem(words);
    }

    /** Reads the orders again. */
    void refresh(@Nullable String ifNone) {
        show(rows.get(), ifNone);
    }
}
