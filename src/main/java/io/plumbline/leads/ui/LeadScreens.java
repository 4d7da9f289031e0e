package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.duplicates.DuplicateFound;
import io.plumbline.outbox.MailChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies the open screens that show leads of every committed change, and of the passing of time. */
@org.springframework.stereotype.Component
public class LeadScreens {
    private final LiveScreens<Component> screens;
    private final LiveScreens<Component> clocks;

    LeadScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
        clocks = new LiveScreens<>(scheduler);
    }

    /** Notifies a screen of changes while it is attached. */
    public void keepUpToDate(Component screen, Command refresh) {
        screens.keepUpToDate(screen, refresh);
    }

    /** Notifies a screen, while it is attached, that its minutes are out of date. */
    public void keepOnTime(Component screen, Command tellTime) {
        clocks.keepUpToDate(screen, tellTime);
    }

    @Scheduled(fixedDelayString = "PT30S")
    void timePasses() {
        clocks.tell(any -> true);
    }

    /** Updates the screens, because the lead is no longer unopened. */
    @TransactionalEventListener(condition = "#event.isFirst()")
    void on(LeadAccessEvent.Viewed event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(DuplicateFound event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(MailChanged event) {
        screens.tell(any -> true);
    }

    @TransactionalEventListener
    void on(LeadEvent event) {
        screens.tell(any -> true);
    }
}
