package io.plumbline.orders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.orders.OrderEvent;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies the open lists of orders of every committed change. */
@org.springframework.stereotype.Component
class OrderScreens {
    private final LiveScreens<Component> screens;

    OrderScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
    }

    /** Notifies a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command refresh) {
        screens.keepUpToDate(screen, refresh);
    }

    @TransactionalEventListener
    void on(OrderEvent event) {
        if (!event.isView()) {
            screens.tell(any -> true);
        }
    }
}
