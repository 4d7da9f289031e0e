package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.leads.LeadChanged;
import io.plumbline.leads.LeadOpened;
import io.plumbline.leads.LeadTwinFound;
import io.plumbline.outbox.MailChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/** The open screens that show leads: all of them hear of every change, after its commit, and of the time that passes. */
@org.springframework.stereotype.Component
class LeadScreens {
    private final LiveScreens<Component> screens;
    private final LiveScreens<Component> clocks;

    LeadScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
        clocks = new LiveScreens<>(scheduler);
    }

    /** Tells a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command askAgain) {
        screens.keepUpToDate(screen, askAgain);
    }

    /** Tells a screen, while it is attached, that what it says of minutes is old. */
    void keepOnTime(Component screen, Command tellTime) {
        clocks.keepUpToDate(screen, tellTime);
    }

    @Scheduled(fixedDelayString = "PT30S")
    void timePasses() {
        clocks.tell(any -> true);
    }

    /** It is no news any more. */
    @TransactionalEventListener(condition = "#event.isFirst()")
    void on(LeadOpened event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(LeadTwinFound event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(MailChanged event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(LeadChanged event) {
        screens.tell(any -> true);
    }
}
