package io.plumbline.today;

import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderListService;
import io.plumbline.orders.OrderRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The open checkout orders, for the front desk. */
@Order(22)
@Component
class OrdersToBook implements StartPart {
    private final OrderListService orders;

    OrdersToBook(OrderListService orders) {
        this.orders = orders;
    }

    @Override
    public List<StartCard> cardsFor(CurrentUser user) {
        if (!user.has(Role.FRONT_DESK)) {
            return List.of();
        }
        var rows = orders.findPage(OrderFilter.OPEN, null, StartCard.ROWS).stream()
                .map(OrdersToBook::row)
                .toList();
        return List.of(new StartCard(
                "Checkout orders to book",
                "order",
                rows.isEmpty() ? 0 : orders.countOpen(),
                Tone.WARN,
                Icon.BELL,
                Routes.ORDERS,
                rows,
                "No open checkout orders."));
    }

    private static StartCard.Row row(OrderRow order) {
        return new StartCard.Row(
                order.patientName(),
                order.kind().label()
                        + (order.kind() == OrderKind.HOME_PROGRAM
                                ? ", to be handed over"
                                : " " + order.wanted().words()),
                StartCard.link("Open", Routes.order(order.id()), order.patientName()));
    }
}
