package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.scheduling.TaskScheduler;

/**
 * Open screens of a room. After a change each that is concerned is told to ask again, about once a second at most and as
 * its own person; nothing of what changed is passed on.
 */
public final class LiveScreens<S extends Component> {
    private static final Duration TOGETHER = Duration.ofMillis(700);

    private final Map<S, Screen> screens = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;

    public LiveScreens(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    private record Screen(Command askAgain, AtomicBoolean told) {}

    /** Tells a screen of changes while it is attached. */
    public void keepUpToDate(S screen, Command askAgain) {
        screen.addAttachListener(e -> screens.put(screen, new Screen(askAgain, new AtomicBoolean())));
        screen.addDetachListener(e -> screens.remove(screen));
    }

    /** Something changed that concerns some of them. */
    public void tell(Predicate<S> isConcerned) {
        screens.forEach((component, screen) -> {
            if (isConcerned.test(component) && screen.told().compareAndSet(false, true)) {
                scheduler.schedule(
                        () -> tell(component, screen),
                        scheduler.getClock().instant().plus(TOGETHER));
            }
        });
    }

    private void tell(S component, Screen screen) {
        screen.told().set(false);
        // whoever has just left the page hears nothing any more
        component.getUI().ifPresent(ui -> ui.accessLater(screen.askAgain()::execute, () -> screens.remove(component))
                .run());
    }
}
