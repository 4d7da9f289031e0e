package io.plumbline.schedule.ui;

import com.vaadin.flow.server.Command;
import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The open schedules: each receives every change at its clinic, after the commit, and the passing of time. */
@Component
class ScheduleScreens {
    private final LiveScreens<ScheduleView> screens;
    private final LiveScreens<ScheduleView> clocks;

    ScheduleScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
        clocks = new LiveScreens<>(scheduler);
    }

    /** Notifies a schedule of changes while it is attached. */
    void keepUpToDate(ScheduleView schedule, Command refresh) {
        screens.keepUpToDate(schedule, refresh);
    }

    /** Notifies a schedule, while it is attached, that its minutes are out of date. */
    void keepOnTime(ScheduleView schedule, Command tellTime) {
        clocks.keepUpToDate(schedule, tellTime);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void timePasses() {
        clocks.tell(any -> true);
    }

    @TransactionalEventListener
    void on(AppointmentChanged event) {
        screens.tell(schedule -> schedule.isOf(event.clinic()));
    }
}
