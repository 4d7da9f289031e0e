package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.records.clinicexports.ClinicExportEvent;
import io.plumbline.records.clinicexports.ClinicExportProgressed;
import io.plumbline.shared.ui.LiveScreens;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notifies the open lists of exports of every committed change, and of how far an export is. */
@org.springframework.stereotype.Component
class ClinicExportScreens {
    private final LiveScreens<Component> screens;

    ClinicExportScreens(TaskScheduler scheduler) {
        screens = new LiveScreens<>(scheduler);
    }

    /** Notifies a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command refresh) {
        screens.keepUpToDate(screen, refresh);
    }

    @TransactionalEventListener
    void on(ClinicExportEvent event) {
        screens.tell(any -> true);
    }

    @EventListener
    void on(ClinicExportProgressed event) {
        screens.tell(any -> true);
    }
}
