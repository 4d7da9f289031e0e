package io.plumbline.orders;

import io.plumbline.access.PatientRecords;
import io.plumbline.orders.CheckoutOrder.Moment;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.status.OpenItem;
import io.plumbline.patients.status.PatientClosing;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Declines the checkout orders of a patient who is set inactive or deceased. It runs after the appointments, whose
 * cancellation opens their orders again.
 */
@Component
@Order(4)
class OrderClosing implements PatientClosing {
    private static final List<OrderStatus> PENDING = List.of(OrderStatus.PREPARED, OrderStatus.OPEN);

    private final CheckoutOrders orders;
    private final PatientRecords records;
    private final Clock clock;

    OrderClosing(CheckoutOrders orders, PatientRecords records, Clock clock) {
        this.orders = orders;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public List<OpenItem> findOpen(PatientId patient) {
        return orders.findByPatient(records.of(patient), PENDING).stream()
                .map(order -> new OpenItem(
                        "Checkout order, " + order.label() + " "
                                + order.wanted().words(),
                        order.status() == OrderStatus.OPEN ? "is declined" : "is withdrawn"))
                .toList();
    }

    @Override
    public void end(PatientId patient, PatientStatus next, String reason) {
        var all = records.of(patient);
        orders.lockOpenOf(all);
        var now = new Moment(CurrentUser.current().staff(), clock.instant());
        for (var order : orders.findByPatient(all, PENDING)) {
            if (order.status() == OrderStatus.OPEN) {
                order.decline(OrderDeclineReason.OTHER, reason, now);
            } else {
                order.withdraw(now);
            }
            orders.saveAndFlush(order);
        }
    }
}
