package io.plumbline.schedule.ui;

import com.vaadin.flow.server.Command;
import io.plumbline.schedule.AppointmentChanged;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The open schedules: each receives every change at its clinic, after the commit. */
@Component
class ScheduleScreens {
    private final LiveScreens<ScheduleView> screens;

    ScheduleScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
    }

    /** Notifies a schedule of changes while it is attached. */
    void keepUpToDate(ScheduleView schedule, Command refresh) {
        screens.keepUpToDate(schedule, refresh);
    }

    @TransactionalEventListener
    void on(AppointmentChanged event) {
        screens.tell(schedule -> schedule.isOf(event.clinic()));
    }
}
