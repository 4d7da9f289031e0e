package io.plumbline.today;

import com.vaadin.flow.server.Command;
import io.plumbline.leads.LeadEvent;
import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies the open start pages of changes to appointments and leads, and of the passing of time. */
@Component
class StartScreens {
    private final LiveScreens<StartView> screens;
    private final LiveScreens<StartView> clocks;

    StartScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
        clocks = new LiveScreens<>(scheduler);
    }

    /** Notifies a start page of changes while it is attached. */
    void keepUpToDate(StartView start, Command refresh) {
        screens.keepUpToDate(start, refresh);
    }

    /** Notifies a start page, while it is attached, that its minutes are out of date. */
    void keepOnTime(StartView start, Command tellTime) {
        clocks.keepUpToDate(start, tellTime);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void timePasses() {
        clocks.tell(any -> true);
    }

    @TransactionalEventListener
    void on(AppointmentChanged event) {
        screens.tell(start -> start.isOf(event.clinic()));
    }

    @TransactionalEventListener
    void on(LeadEvent event) {
        screens.tell(any -> true);
    }
}
