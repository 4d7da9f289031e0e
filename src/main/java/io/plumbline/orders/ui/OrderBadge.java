package io.plumbline.orders.ui;

import io.plumbline.orders.OrderEvent;
import io.plumbline.orders.OrderListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class OrderBadge implements NavBadge {
    private final OrderListService orders;

    OrderBadge(OrderListService orders) {
        this.orders = orders;
    }

    @Override
    public String place() {
        return Routes.ORDERS;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(orders.countOpen(), "Checkout orders that the desk has not booked yet.");
    }

    @TransactionalEventListener
    void on(OrderEvent event) {
        if (!event.isView()) {
            NavBadge.recount();
        }
    }
}
