package io.plumbline.orders.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.Map;

/** What the list of orders shows, each with its count. */
class OrderChips extends Composite<Nav> {
    OrderChips() {
        getContent().addClassName("chips");
        getContent().getElement().setAttribute("aria-label", "Orders shown");
    }

    void show(OrderFilter shown, Map<OrderFilter, Long> counts) {
        getContent().removeAll();
        for (var filter : OrderFilter.values()) {
            var link = new Anchor(Routes.ORDERS + OrderListView.suffix(filter));
            link.addClassName("chip");
            if (filter == shown) {
                link.getElement().setAttribute("aria-current", "true");
            }
            var count = counts.getOrDefault(filter, 0L);
            link.add(
                    Ui.text("", filter.label()),
                    Ui.text("count", count + (count == OrderListService.MOST_COUNTED ? "+" : "")));
            getContent().add(link);
        }
    }
}
