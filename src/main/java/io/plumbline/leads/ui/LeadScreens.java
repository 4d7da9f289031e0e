package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.leads.LeadChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/** The open screens that show leads: all of them hear of every change, after its commit. */
@org.springframework.stereotype.Component
class LeadScreens {
    private final LiveScreens<Component> screens;

    LeadScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
    }

    /** Tells a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command askAgain) {
        screens.keepUpToDate(screen, askAgain);
    }

    @TransactionalEventListener
    void on(LeadChanged event) {
        screens.tell(any -> true);
    }
}
