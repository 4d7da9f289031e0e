package io.plumbline.orders.ui;

import io.plumbline.orders.OrderEvent;
import io.plumbline.orders.OrderListService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.NavBadge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderBadge {
    @Bean
    static NavBadge ordersCount(OrderListService orders) {
        return NavBadge.of(
                Routes.ORDERS,
                "Checkout orders that the desk has not booked yet.",
                orders::countOpen,
                OrderEvent.class);
    }
}
