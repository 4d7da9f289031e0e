package io.plumbline.orders;

import io.plumbline.orders.CheckoutOrder.Moment;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.OrderId;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with the checkout orders at the current user's clinics, besides booking them in the schedule. */
@Service
@Transactional
@Requires(Permission.ORDER_WORK)
public class OrderDeskService {
    private final CheckoutOrders orders;
    private final Clock clock;

    OrderDeskService(CheckoutOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Records that the patient has the home program, or was called.
     *
     * @throws NotAvailable if it does not exist, or is not at a clinic of the current user's
     * @throws StaleVersion if it changed in the meantime
     * @throws Refused if it is something else, or no longer open; the message is for the user
     */
    public void handOver(OrderId id, long version) {
        change(id, version, CheckoutOrder::handOver);
    }

    /**
     * Declines an order; the clinician reads why.
     *
     * @param words required for another reason
     * @throws NotAvailable if it does not exist, or is not at a clinic of the current user's
     * @throws StaleVersion if it changed in the meantime
     * @throws Refused if the words are missing or too long, or it is no longer open; the message is for the user
     */
    public void decline(OrderId id, long version, OrderDeclineReason reason, String words) {
        if (reason == OrderDeclineReason.OTHER && !words.isBlank()) {
            ReasonWords.require(OrderField.WORDS, "The reason", words, CheckoutOrder.WORDS);
        }
        change(id, version, (order, now) -> order.decline(reason, words, now));
    }

    private void change(OrderId id, long version, BiConsumer<CheckoutOrder, Moment> what) {
        orders.lock(id.value());
        var order = orders.findById(id.value())
                .filter(found -> CurrentUser.current().clinics().contains(found.clinic()))
                .filter(found -> found.status() != OrderStatus.PREPARED)
                .orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(order.version() == version, CheckoutOrder.class, id);
        what.accept(order, new Moment(CurrentUser.current().staff(), clock.instant()));
        orders.saveAndFlush(order);
    }
}
