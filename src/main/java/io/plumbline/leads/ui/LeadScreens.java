package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import io.plumbline.leads.LeadChanged;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The open screens that show leads. After a commit each is told to ask again, at most once a second and as its own
 * person; nothing of the lead itself is passed on.
 */
@org.springframework.stereotype.Component
class LeadScreens {
    private static final Duration TOGETHER = Duration.ofMillis(700);

    private final Map<Component, Screen> screens = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;

    LeadScreens(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    private record Screen(Command askAgain, AtomicBoolean told) {}

    /** Tells a screen of changes while it is attached. */
    void keepUpToDate(Component screen, Command askAgain) {
        screen.addAttachListener(e -> screens.put(screen, new Screen(askAgain, new AtomicBoolean())));
        screen.addDetachListener(e -> screens.remove(screen));
    }

    @TransactionalEventListener
    void on(LeadChanged event) {
        screens.forEach(this::tellOnce);
    }

    private void tellOnce(Component component, Screen screen) {
        if (screen.told().compareAndSet(false, true)) {
            scheduler.schedule(
                    () -> tell(component, screen),
                    scheduler.getClock().instant().plus(TOGETHER));
        }
    }

    private void tell(Component component, Screen screen) {
        screen.told().set(false);
        component.getUI().ifPresent(ui -> ui.access(screen.askAgain()));
    }
}
