package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.recalls.RecallChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies the open recall boards of every committed change. */
@org.springframework.stereotype.Component
class RecallScreens {
    private final LiveScreens<Component> screens;

    RecallScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
    }

    /** Notifies a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command refresh) {
        screens.keepUpToDate(screen, refresh);
    }

    @TransactionalEventListener
    void on(RecallChanged event) {
        screens.tell(any -> true);
    }
}
